package kiro.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KiroIgnoreTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private/          | private/a.txt     | true",
                "private           | a/private/b       | true",
                "private           | private           | true",
                "private           | privates/a        | false",
                "/private          | a/private/b       | false",
                "/private          | private/b         | true",
                "*.pem             | a/b/c.pem         | true",
                "docs/*.txt        | docs/a.txt        | true",
                "docs/*.txt        | docs/b/a.txt      | false",
                "docs/**           | docs/b/a.txt      | true",
                "**/gen/*.java     | a/b/gen/X.java    | true",
                "*.txt;!keep.txt   | keep.txt          | false",
                "*.txt;!keep.txt   | other.txt         | true",
                "!keep.txt;*.txt   | keep.txt          | true",
                "dir/;!dir/a       | dir/a             | true",
                "# a;;  ;x         | x                 | true",
                "# a               | # a               | false",
                "\\#a              | #a                | true",
                "a{b               | a{b               | true",
                "'x  '             | x                 | true"
            })
    @Tag("sandbox#AC-7")
    void lines_are_read_as_those_of_gitignore(String lines, String path, boolean expected) {
        assertThat(KiroIgnore.parse(lines.replace(';', '\n')).includes(path)).isEqualTo(expected);
    }

    @Test
    @Tag("sandbox#AC-7")
    void without_the_file_nothing_is_ignored(@TempDir Path folder) throws Exception {
        assertThat(KiroIgnore.in(folder).includes("a")).isFalse();
        Files.writeString(folder.resolve(".kiroignore"), "a\n");
        assertThat(KiroIgnore.in(folder).includes("a")).isTrue();
    }
}
