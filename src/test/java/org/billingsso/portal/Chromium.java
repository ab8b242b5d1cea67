package org.billingsso.portal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.billingsso.Clients;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium without a window, as a person uses it who reads and clicks. Browser and driver are those
 * on the PATH, so that nothing is downloaded; each browser has a profile of its own.
 */
public final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  /** A fresh browser on a desk. */
  public Chromium() {
    this(new ChromeOptions().addArguments("--window-size=1200,800"));
  }

  private Chromium(ChromeOptions options) {
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

  /** A fresh browser on a phone whose screen is 390 pixels wide. */
  public static Chromium onAPhone() {
    Map<String, Object> screen = Map.of("width", 390, "height", 844, "pixelRatio", 2.0);
    return new Chromium(
        new ChromeOptions()
            .setExperimentalOption("mobileEmulation", Map.of("deviceMetrics", screen)));
  }

  public void open(URI address) {
    driver.get(address.toString());
  }

  public void reload() {
    driver.navigate().refresh();
  }

  /** Presses the back button. */
  public void back() {
    driver.navigate().back();
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

  /** Waits until the page, or the one that comes after it, shows that; answers all it shows. */
  public String reads(String text) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(WebDriverException.class) // The page that it looks at is just being left.
        .until(
            any -> {
              String page = driver.findElement(By.tagName("body")).getText();
              return page.contains(text) ? page : null;
            });
  }

  /** Whether the page has an open dialog. */
  public boolean showsADialog() {
    return driver.findElements(By.tagName("dialog")).stream().anyMatch(WebElement::isDisplayed);
  }

  /** By how many pixels the page is wider than the screen. */
  public long overflow() {
    Object pixels =
        driver.executeScript(
            "const e = document.documentElement; return e.scrollWidth - e.clientWidth");
    return ((Number) Objects.requireNonNull(pixels)).longValue();
  }

  /** What that script returns, which finds what it is given in {@code arguments}. */
  public Object evaluate(String script, Object... given) {
    return Objects.requireNonNull(driver.executeScript(script, given));
  }

  /** What the browser says to developers about the pages since it was last asked. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** Waits for the page that has it. */
  private WebElement find(By what) {
    return new WebDriverWait(driver, PATIENCE).until(any -> driver.findElement(what));
  }
}
