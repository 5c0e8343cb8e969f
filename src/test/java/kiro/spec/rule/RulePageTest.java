package kiro.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The page about the rules is written from the catalogue. With the system property `kiro.write.pages` the test writes
/// it.
class RulePageTest {
    private static final Path PAGE = Path.of("docs/formats/spec-rules.md");
    private static final String MARK = "<!-- what follows is written from the catalogue -->\n";

    @Test
    @Tag("spec-rules#AC-14")
    void the_page_says_what_the_catalogue_says() throws IOException {
        String page = Files.readString(PAGE);
        String expected =
                page.substring(0, page.indexOf(MARK) + MARK.length()) + rendered(RuleBook.read());
        if (Boolean.getBoolean("kiro.write.pages")) {
            Files.writeString(PAGE, expected);
            page = expected;
        }

        assertThat(page).isEqualTo(expected);
    }

    private static String rendered(RuleBook book) {
        String table =
                book.entries().stream()
                        .map(entry ->
                                "| `%s` | %s | %s | %s |"
                                        .formatted(
                                                entry.rule().id(),
                                                level(entry.rule()),
                                                entry.row(),
                                                entry.finds().replace("|", "\\|")))
                        .collect(Collectors.joining("\n"));
        String examples =
                book.entries().stream()
                        .map(RulePageTest::rendered)
                        .collect(Collectors.joining("\n"));
        return "\n| rule | level | row | finds |\n|---|---|---|---|\n"
                + table
                + "\n\n## Examples\n\n"
                + examples;
    }

    private static String rendered(RuleBook.Entry entry) {
        return "### %s\n\nFound:\n\n````markdown\n%s````\n\nNot found:\n\n````markdown\n%s````\n"
                .formatted(entry.rule().id(), entry.bad(), entry.good());
    }

    private static String level(Rule rule) {
        return rule.level().name().toLowerCase(Locale.ROOT);
    }
}
