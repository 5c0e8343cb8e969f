package kiro;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.process.OutsidePath;
import kiro.process.ProgramFinder;

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

    /// None that lies in the project.
    private void start(List<String> command) {
        String path =
                OutsidePath.of(
                        Optional.ofNullable(environment.get("PATH")),
                        Path.of(environment.getOrDefault("PWD", "/none")));
        Optional<Path> program = ProgramFinder.find(command.getFirst(), Optional.of(path));
        if (program.isEmpty()) {
            return;
        }
        try {
            var builder = new ProcessBuilder(new ArrayList<>(command));
            builder.command().set(0, program.get().toString());
            builder.redirectInput(Redirect.from(new File("/dev/null")));
            builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        } catch (IOException noBrowser) {
            // The person opens it by hand.
        }
    }
}
