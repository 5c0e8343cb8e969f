package kiro.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiro.finding.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTest {
    @TempDir private Path folder;

    static List<RuleBook.Entry> entries() {
        return RuleBook.read().entries();
    }

    @Test
    @Tag("spec-rules#AC-1")
    void every_rule_is_in_the_catalogue_once() {
        assertThat(entries().stream().map(RuleBook.Entry::rule))
                .containsExactlyInAnyOrder(Rule.values());
    }

    @ParameterizedTest
    @MethodSource("entries")
    @Tag("spec-rules#AC-1")
    void the_bad_example_of_each_rule_is_found_by_it(RuleBook.Entry entry) {
        List<Finding> found = findings(entry, entry.bad()).toList();

        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().severity()).isEqualTo(entry.rule().level());
        assertThat(found.getFirst().message()).isNotBlank().doesNotEndWith(".");
        assertThat(found.getFirst().fix()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("entries")
    @Tag("spec-rules#AC-1")
    void the_good_example_of_each_rule_is_not(RuleBook.Entry entry) {
        assertThat(findings(entry, entry.good())).isEmpty();
    }

    private Stream<Finding> findings(RuleBook.Entry entry, String example) {
        return CheckedSpecs.in(folder).with(example).findings().stream()
                .filter(finding -> finding.rule().equals(entry.rule().id()));
    }
}
