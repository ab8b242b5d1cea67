package org.billingsso.portal;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.billingsso.Clients;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window, as a person uses it who reads and clicks. */
public final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  /** A fresh browser without cookies. */
  public Chromium() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Clients.find("chromium").orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Clients.find("chromedriver").orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
  }

  public void open(URI address) {
    driver.get(address.toString());
  }

  public void reload() {
    driver.navigate().refresh();
  }

  /** Forgets everything that sites have left here. */
  public void forget() {
    driver.manage().deleteAllCookies();
  }

  /** Clicks the link that says so. */
  public void follow(String link) {
    find(By.linkText(link)).click();
  }

  /** Clicks the button that says so. */
  public void press(String button) {
    find(By.xpath("//button[normalize-space()='" + button + "']")).click();
  }

  /** Types into the field with that label. */
  public void fillIn(String label, String text) {
    WebElement field = find(By.xpath("//*[@id = //label[normalize-space()='" + label + "']/@for]"));
    field.clear();
    field.sendKeys(text);
  }

  public URI address() {
    return URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
  }

  /** Waits until the page shows that, and answers all that it shows. */
  public String reads(String text) {
    return new WebDriverWait(driver, PATIENCE)
        .until(
            any -> {
              String page = driver.findElement(By.tagName("body")).getText();
              return page.contains(text) ? page : null;
            });
  }

  /** Waits for the page that has it. */
  private WebElement find(By what) {
    return new WebDriverWait(driver, PATIENCE).until(any -> driver.findElement(what));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
