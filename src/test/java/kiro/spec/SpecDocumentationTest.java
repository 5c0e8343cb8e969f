package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDocumentationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "src/main/java/kiro/spec; \"(spec/[a-z0-9-]+)\"; docs/formats/spec.md",
                "src/main/java/kiro/cli; \"(spec/[a-z0-9-]+)\"; docs/formats/spec.md",
                "src/main/java/kiro/steering; \"steering/([a-z0-9-]+)\"; docs/formats/steering.md",
                "src/main/java/kiro/steering; warn\\(\\s*\"([a-z0-9-]+)\"; docs/formats/steering.md"
            })
    @Tag("spec-documents#AC-9")
    void every_rule_is_documented(String sources, String rule, String page) throws IOException {
        String documented = Files.readString(Path.of(page));

        assertThat(rules(Path.of(sources), Pattern.compile(rule)))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(documented).contains(each + "`"));
    }

    private static TreeSet<String> rules(Path sources, Pattern rule) throws IOException {
        var rules = new TreeSet<String>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                rule.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(rules::add);
            }
        }
        return rules;
    }
}
