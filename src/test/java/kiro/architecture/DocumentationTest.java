package kiro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.Kiro;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The documentation, held against what there is.
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\./)?kiro ([^\\n#|]+)");

    @TempDir private Path folder;

    @Test
    @Tag("frame#AC-12")
    void every_decision_has_its_three_parts() throws IOException {
        for (Path file : markdown(Path.of("docs/decisions"))) {
            assertThat(lacking(Files.readString(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    @Tag("frame#AC-16")
    void the_indexes_name_every_page() throws IOException {
        assertThat(links(Path.of("docs/decisions/README.md")))
                .containsExactlyInAnyOrderElementsOf(markdown(Path.of("docs/decisions")));
        var pages = new ArrayList<>(markdown(Path.of("docs/guide")));
        pages.addAll(markdown(Path.of("docs/formats")));
        assertThat(links(Path.of("docs/README.md"))).containsAll(pages);
    }

    @Test
    @Tag("frame#AC-12")
    void a_decision_without_its_consequence_is_noticed() {
        assertThat(lacking("# X\n\n## Context\n\nc\n\n## Choice\n\nd\n"))
                .containsExactly("Consequence");
    }

    @Test
    @Tag("frame#AC-12")
    void every_link_leads_somewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (Path file : documents()) {
            broken.addAll(brokenLinks(file));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    @Tag("frame#AC-12")
    void a_link_to_nothing_is_noticed() throws IOException {
        Path file = folder.resolve("a.md");
        Files.writeString(file, "[here](a.md) and [there](b.md#x) and [far](https://example.com)");

        assertThat(brokenLinks(file)).containsExactly(file + " links to b.md");
    }

    @Test
    @Tag("frame#AC-14")
    void every_command_in_the_documentation_is_one_that_there_is() throws IOException {
        var wrong = new ArrayList<String>();
        for (Path file : documents()) {
            Matcher command = COMMAND.matcher(Files.readString(file));
            while (command.find()) {
                String[] words = words(command.group(1).strip());
                Kiro.Result result = Kiro.in(folder).run(withHelp(words));
                if (result.code() != 0) {
                    wrong.add(file + ": kiro " + command.group(1) + ": " + result.err());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /// The same command line, asked for its help: every word of it is read, and nothing is done.
    private static String[] withHelp(String[] words) {
        var all = new ArrayList<>(List.of(words));
        if (!words[0].equals("help") && !words[0].startsWith("-")) {
            all.add("--help");
        }
        return all.toArray(String[]::new);
    }

    private static String[] words(String line) {
        return line.replaceAll("\"[^\"]*\"|'[^']*'", "WORDS")
                .replaceAll("[)>].*", "")
                .strip()
                .split("\\s+");
    }

    private static List<String> lacking(String decision) {
        return Stream.of("Context", "Choice", "Consequence")
                .filter(part -> !Pattern.compile("(?mi)^#+ " + part).matcher(decision).find())
                .toList();
    }

    private static List<String> brokenLinks(Path file) throws IOException {
        var broken = new ArrayList<String>();
        Matcher link = LINK.matcher(Files.readString(file));
        while (link.find()) {
            if (Files.notExists(file.toAbsolutePath().getParent().resolve(link.group(1)))) {
                broken.add(file + " links to " + link.group(1));
            }
        }
        return broken;
    }

    private static List<Path> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(link -> page.resolveSibling(link.group(1)).normalize())
                .toList();
    }

    private static List<Path> documents() throws IOException {
        var all = new ArrayList<Path>();
        for (String name :
                List.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "AGENTS.md",
                        "CHANGELOG.md",
                        "docs/README.md",
                        "docs/decisions/README.md")) {
            all.add(Path.of(name));
        }
        all.addAll(markdown(Path.of("docs")));
        return all;
    }

    private static List<Path> markdown(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
