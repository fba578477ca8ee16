package io.corridor.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.corridor.portal.PortalApplication;
import io.corridor.portal.readmodel.Sample;
import io.corridor.portal.readmodel.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Journeys in a real browser: axe on every page at two widths, light and dark, one heading and one
 * title, no violation of the content security policy, nothing that scrolls sideways, and the
 * worklist by keyboard alone. Skips with a plain message where Chromium or the Playwright driver is
 * absent. Pictures go to {@code target/screens}.
 */
@Tag("acceptance")
@NullUnmarked
class BrowserTest {

  private static final List<Path> CHROMIUM =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private static final Map<String, String> PASSWORDS =
      Map.of("coordinator", "calls", "practice", "list", "analyst", "figures", "operator", "feeds");
  private static final Map<String, String> SESSIONS = new HashMap<>();

  private static ConfigurableApplicationContext portal;
  private static Playwright playwright;
  private static Browser browser;
  private static String base;
  private static String axe;

  @BeforeAll
  static void start() throws IOException {
    Path chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(chromium != null, "Skipped: no Chromium on this machine");
    try {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    } catch (RuntimeException e) {
      assumeTrue(false, "Skipped: no Playwright driver; run with -Pacceptance");
    }
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
    portal =
        new SpringApplicationBuilder(PortalTest.Platform.class, PortalApplication.class)
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + TestDatabase.newUrl(),
                "--spring.datasource.username=postgres",
                "--corridor.portal.consume=false",
                "--corridor.portal.demo=true",
                "--corridor.portal.users.coordinator.name=Juniper Ashby",
                "--corridor.portal.users.coordinator.role=COORDINATOR",
                "--corridor.portal.users.coordinator.password=calls",
                "--corridor.portal.users.coordinator.acos=harborlight",
                "--corridor.portal.users.practice.name=Rowan Alder",
                "--corridor.portal.users.practice.role=PRACTICE",
                "--corridor.portal.users.practice.password=list",
                "--corridor.portal.users.practice.tins=" + Sample.TIN,
                "--corridor.portal.users.operator.name=Imogen Vale",
                "--corridor.portal.users.operator.role=OPERATOR",
                "--corridor.portal.users.operator.password=feeds",
                "--corridor.portal.users.operator.acos=*",
                "--corridor.portal.users.analyst.name=Tobias Merriweather",
                "--corridor.portal.users.analyst.role=ANALYST",
                "--corridor.portal.users.analyst.password=figures",
                "--corridor.portal.users.analyst.acos=harborlight");
    int port = ((ServletWebServerApplicationContext) portal).getWebServer().getPort();
    base = "http://127.0.0.1:" + port;
    try (InputStream script =
        BrowserTest.class.getResourceAsStream("/axe/axe-core-4.14.1.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    if (portal != null) {
      portal.close();
    }
    if (playwright != null) {
      playwright.close();
    }
  }

  /** A window of a person who is logged in; each logs in once for all windows. */
  private static BrowserContext context(int width, ColorScheme scheme, String user) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
    if (user != null) {
      options.setStorageState(SESSIONS.computeIfAbsent(user, BrowserTest::session));
    }
    return browser.newContext(options);
  }

  private static String session(String user) {
    try (BrowserContext context = browser.newContext()) {
      login(context, user, PASSWORDS.get(user));
      return context.storageState();
    }
  }

  private static Page login(BrowserContext context, String user, String password) {
    Page page = context.newPage();
    page.navigate(base + "/login");
    page.fill("#username", user);
    page.fill("#password", password);
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  /** axe needs to be evaluated past the policy of the page: a second context bypasses it. */
  private static List<?> violations(Page page) {
    page.evaluate(axe);
    Object found =
        page.evaluate(
            "() => axe.run(document, {resultTypes: ['violations']}).then(r =>"
                + " r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target +"
                + " ' ' + (n.any[0] ? n.any[0].message : '')).slice(0, 4).join(' | ')))");
    return (List<?>) found;
  }

  @ParameterizedTest
  @CsvSource({
    "login, , /login",
    "worklist, coordinator, /worklist",
    "worklist-open, coordinator, OPEN",
    "worklist-none, coordinator, /worklist?view=mine&due=later",
    "gaps, coordinator, /gaps",
    "gaps-totals, analyst, /gaps",
    "contracts, analyst, /contracts",
    "contract, analyst, /contracts/HARBORLIGHT-2026/2026",
    "what-if, analyst, /contracts/HARBORLIGHT-2026/2026/what-if?ask=0f8fad5b-d9cb-469f-a165-70867728950e",
    "statements, analyst, /contracts/HARBORLIGHT-2026/2026/statements",
    "statement, analyst, /contracts/HARBORLIGHT-2026/2026/statements/F2",
    "programs, analyst, /contracts/HARBORLIGHT-2026/programs",
    "program, analyst, /contracts/HARBORLIGHT-2026/programs/home-visits/2026-08-15",
    "variation, analyst, /contracts/HARBORLIGHT-2026/variation?quarter=2026-Q1",
    "contract-practice, practice, /contracts/HARBORLIGHT-2026/2026",
    "rosters, analyst, /roster",
    "roster, analyst, /roster/990000001/2026-09",
    "roster-today, analyst, /roster/990000001/2026-09?list=today",
    "disputes, analyst, /roster/disputes",
    "disputes-practice, practice, /roster/disputes",
    "campaign, analyst, /roster/campaign",
    "campaign-practice, practice, /roster/campaign",
    "why, analyst, WHY",
    "data, operator, /data",
    "account, analyst, /account",
    "definition, analyst, /definitions/corridor",
    "error, analyst, /nowhere"
  })
  void everyPageIsAccessibleAndStaysInItsWidth(String name, String user, String address) {
    for (int width : new int[] {1280, 768, 390, 320}) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        if ((width == 768 || width == 320) && scheme == ColorScheme.DARK) {
          continue;
        }
        try (BrowserContext context = context(width, scheme, user)) {
          List<String> refused = new ArrayList<>();
          Page page = context.newPage();
          page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
              refused.add(message.text());
            }
          });
          open(page, address);
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(
                      Path.of(
                          "target/screens",
                          name + "-" + width + "-" + scheme.name().toLowerCase() + ".png")));
          assertThat(refused).as("policy violations of %s", name).isEmpty();
          assertThat(
                  (Boolean)
                      page.evaluate(
                          "() => document.documentElement.scrollWidth <= window.innerWidth"))
              .as("%s at %d px scrolls sideways", name, width)
              .isTrue();
          assertThat(page.locator("h1").count()).as("headings of %s", name).isEqualTo(1);
          assertThat(page.title()).as("title of %s", name).endsWith("Corridor");
          if (width == 1280 || width == 390) {
            assertThat(violations(page)).as("%s at %d px, %s", name, width, scheme).isEmpty();
          }
        }
      }
    }
  }

  private static void open(Page page, String address) {
    switch (address) {
      case "OPEN" -> {
        page.navigate(base + "/worklist");
        page.navigate(
            base
                + page.locator("tr.r", new Page.LocatorOptions().setHasText("Larkspur"))
                    .locator("a")
                    .first()
                    .getAttribute("href"));
      }
      case "WHY" -> {
        page.navigate(base + "/roster/990000001/2026-09");
        page.navigate(
            base
                + page.locator("tr", new Page.LocatorOptions().setHasText("Larkspur"))
                    .first()
                    .locator("a")
                    .first()
                    .getAttribute("href"));
      }
      default -> page.navigate(base + address);
    }
  }

  @Test
  void takesARowCallsAndLogsByKeyboardAlone() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, "coordinator")) {
      Page page = context.newPage();
      page.navigate(base + "/worklist");
      page.keyboard().press("j");
      page.keyboard().press("j");
      assertThat(page.evaluate("() => document.activeElement.closest('tr.r') !== null"))
          .isEqualTo(true);
      page.keyboard().press("l");
      page.waitForSelector("tr.detail");
      page.locator("tr.detail button").first().focus();
      page.keyboard().press("Enter");
      page.waitForSelector("#toast:not(:empty)");
      assertThat(page.locator("#toast").textContent()).contains("Saved");
      assertThat(page.url()).doesNotContain("actions");
    }
  }

  @Test
  void theWorklistWorksWithoutScripts() {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(1280, 900))) {
      Page page = login(context, "coordinator", "calls");
      page.locator("tr.r", new Page.LocatorOptions().setHasText("Thistlewood"))
          .locator("a")
          .first()
          .click();
      page.locator("tr.detail button").first().click();
      assertThat(
              page.locator("tr.r", new Page.LocatorOptions().setHasText("Thistlewood"))
                  .textContent())
          .contains("Contacted");
      assertThat(page.locator("#toast").textContent()).contains("Saved: reached");
    }
  }

  @Test
  void aChosenColourHoldsAndTheLogoutEndsTheSession() {
    try (BrowserContext context = browser.newContext()) {
      Page page = login(context, "analyst", "figures");
      page.navigate(base + "/account");
      page.getByLabel("Dark").check();
      page.getByText("Single-letter keys work").click();
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      page.waitForSelector("html[data-theme=dark][data-keys=off]");
      page.keyboard().press("g");
      page.keyboard().press("c");
      assertThat(page.url()).endsWith("/account");
      page.getByText("Log out").click();
      page.waitForURL("**/login?bye");
      assertThat(page.content()).contains("You are logged out", "data-theme=\"dark\"");
      page.navigate(base + "/contracts");
      assertThat(page.url()).endsWith("/login");
    }
  }
}
