package kiro;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Opens a page in the person's browser, where the system has one; the page's address was shown to them before.
final class SystemBrowser {
    private final Map<String, String> environment;

    SystemBrowser(Map<String, String> environment) {
        this.environment = environment;
    }

    void open(URI page) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (!isThere(system)) {
            return;
        }
        List<String> command =
                system.startsWith("mac")
                        ? List.of("open", page.toString())
                        : system.startsWith("windows")
                                ? List.of(
                                        "rundll32", "url.dll,FileProtocolHandler", page.toString())
                                : List.of("xdg-open", page.toString());
        start(command);
    }

    /// Without a screen, as over the network, the system would begin a browser of text where nobody sees it.
    private boolean isThere(String system) {
        return system.startsWith("mac")
                || system.startsWith("windows")
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
                        .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    private static void start(List<String> command) {
        try {
            var builder = new ProcessBuilder(command);
            builder.redirectInput(Redirect.from(new File("/dev/null")));
            builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        } catch (IOException noBrowser) {
            // The person opens it by hand.
        }
    }
}
