package org.billingsso.directory;

import java.time.YearMonth;

/**
 * A payment card as a portal may show it.
 *
 * @param lastFour the last four digits of its number
 * @param expires the last month in which it is good
 */
public record Card(String brand, String lastFour, YearMonth expires) {

  public Card {
    if (!lastFour.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("lastFour must be four digits");
    }
  }
}
