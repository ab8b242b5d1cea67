package org.billingsso.directory;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money, with as many decimals as its currency has.
 *
 * @param amount in the currency's main unit
 * @param currency of ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
  private static final Pattern FORM =
      Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,4})?) ([A-Z]{3})");

  /**
   * @throws ArithmeticException where the amount has more decimals than the currency
   */
  public Money {
    amount = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()));
  }

  /**
   * Reads what {@link #toString} writes, such as {@code 39.95 EUR}.
   *
   * @throws IllegalArgumentException where the text is no amount of money
   */
  public static Money parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not an amount and a currency");
    }
    try {
      return new Money(new BigDecimal(parts.group(1)), Currency.getInstance(parts.group(2)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("More decimals than the currency has", e);
    }
  }

  /** The sum of two amounts of one currency. */
  Money plus(Money other) {
    return new Money(amount.add(other.amount), currency);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
