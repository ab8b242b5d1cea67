package org.billingsso.directory;

import java.time.YearMonth;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;

/** A payment card as a portal may show it. */
public record Card(
    String brand,
    @Description("the last four digits of its number") String lastFour,
    @Description("the last month in which it is good") YearMonth expires) {

  public Card {
    if (!lastFour.matches("[0-9]{4}")) {
      throw new InvalidValueException("lastFour", "must be four digits");
    }
  }
}
