package kiro.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.memory.Catalogue.Mark;

/// Looks at configuration for the kinds of places that a program is told to speak to. Of an address only its kind or its
/// host is taken.
final class ConfigLook {
    private static final Pattern CONFIG =
            Pattern.compile(
                    "(?i)(?:.*/)?(?:application[\\w-]*\\.(?:ya?ml|properties)|(?:docker-)?compose[\\w.-]*\\.ya?ml"
                            + "|\\.env\\.(?:example|sample|template)|settings\\.py|schema\\.prisma)"
                            + "|(?:.*/)?(?:config|conf|settings|resources)/(?:.*/)?[^/]*\\.(?:ya?ml|json|toml|properties|conf)");
    private static final Pattern HOST =
            Pattern.compile(
                    "https?://([a-z0-9-]+(?:\\.[a-z0-9-]+)+)(?=[:/?#\"'\\s,]|$)",
                    Pattern.CASE_INSENSITIVE);

    private final List<Mark> marks;

    ConfigLook(Catalogue catalogue) {
        this.marks =
                catalogue.of("integration").stream()
                        .filter(mark -> !mark.texts().isEmpty())
                        .toList();
    }

    static boolean isConfig(String path) {
        return CONFIG.matcher(path).matches();
    }

    List<CodeLearner.Example> look(String path, String text) {
        var seen = new ArrayList<CodeLearner.Example>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.indexOf(':') < 0 || line.stripLeading().startsWith("#")) {
                continue;
            }
            int number = i + 1;
            marks.stream()
                    .filter(mark -> mark.texts().stream().anyMatch(line::contains))
                    .forEach(mark ->
                            seen.add(example(path, "integration", mark.name(), number, line)));
            Matcher host = HOST.matcher(line);
            while (host.find()) {
                seen.add(
                        example(
                                path,
                                "host",
                                host.group(1).toLowerCase(java.util.Locale.ROOT),
                                number,
                                line));
            }
        }
        return seen;
    }

    private static CodeLearner.Example example(
            String path, String topic, String name, int number, String line) {
        return new CodeLearner.Example(path, new CodeUse.Use(topic, name, number, line));
    }
}
