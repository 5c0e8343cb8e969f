package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatYamlTest {
    @Test
    @Tag("steering-files#AC-2")
    void texts_and_lists_are_read_with_the_place_of_their_key() {
        assertThat(FlatYaml.read("a: b c\nd:\n  - e\n  - 'f: g'\nh: ~\ni: {j: k}\n", 1))
                .isEqualTo(
                        new FlatYaml.Reading.Whole(
                                List.of(
                                        entry("a", 2, "b c"),
                                        entry("d", 3, "e", "f: g"),
                                        entry("h", 6),
                                        entry("i", 7))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# a remark\n", "~", "---\n"})
    @Tag("steering-files#AC-2")
    void nothing_is_nothing(String yaml) {
        assertThat(FlatYaml.read(yaml, 0)).isEqualTo(new FlatYaml.Reading.Whole(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [b",
                "- a",
                "a",
                "a: b: c",
                "[a]: b",
                "a: 1\na: 2",
                "\ta: b",
                "a: b\n  c: d"
            })
    @Tag("steering-files#AC-3")
    void what_is_no_mapping_is_broken(String yaml) {
        assertThat(FlatYaml.read(yaml, 0)).isInstanceOf(FlatYaml.Reading.Broken.class);
    }

    @Test
    @Tag("steering-files#AC-3")
    void nesting_without_end_is_given_up() {
        for (String yaml :
                List.of(
                        "a: " + "[".repeat(100_000),
                        "a: " + "[".repeat(5_000) + "]".repeat(5_000),
                        "a: b\n---\n" + "{a: ".repeat(100_000))) {
            assertThat(FlatYaml.read(yaml, 0))
                    .isInstanceOfSatisfying(
                            FlatYaml.Reading.Broken.class,
                            broken -> assertThat(broken.problem()).isEqualTo("nested too deep"));
            assertThat(YamlTree.read(yaml, 0)).isInstanceOf(ValueTree.Reading.Broken.class);
        }
        assertThat(FlatYaml.read("a: " + "[".repeat(90) + "]".repeat(90), 0))
                .isInstanceOf(FlatYaml.Reading.Whole.class);
    }

    private static FlatYaml.Entry entry(String key, int line, String... texts) {
        return new FlatYaml.Entry(key, List.of(texts), new SourceSpan(line, 1, line, 1));
    }
}
