package kiro;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Opens a page in the person's browser, where the system has one; the page's address was shown to them before.
final class SystemBrowser {
    void open(URI page) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command =
                system.startsWith("mac")
                        ? List.of("open", page.toString())
                        : system.startsWith("windows")
                                ? List.of(
                                        "rundll32", "url.dll,FileProtocolHandler", page.toString())
                                : List.of("xdg-open", page.toString());
        try {
            var builder = new ProcessBuilder(command);
            builder.redirectInput(Redirect.from(new File("/dev/null")));
            builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        } catch (IOException noBrowser) {
            // The person opens it by hand.
        }
    }
}
