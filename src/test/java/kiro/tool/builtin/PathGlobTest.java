package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import kiro.workspace.WorkspacePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    *.java | A.java | true
                    *.java | src/A.java | true
                    *.java | src/A.javax | false
                    src/*.java | src/A.java | true
                    src/*.java | src/b/A.java | false
                    src/**/*.java | src/A.java | true
                    src/**/*.java | src/b/c/A.java | true
                    **/*.java | A.java | true
                    ./src/** | src/b/A.java | true
                    src/** | lib/A.java | false
                    ?.txt | a.txt | true
                    ?.txt | ab.txt | false
                    {a,b}.txt | b.txt | true
                    {a,b}.txt | c.txt | false
                    [a-c].txt | b.txt | true
                    [!a-c].txt | b.txt | false
                    a+(b).txt | a+(b).txt | true
                    a}.txt | a}.txt | true
                    !*.txt | src/a.txt | false
                    !*.txt | src/A.java | true
                    !src/** | src/b/A.java | false
                    !src/** | lib/A.java | true
                    /A.java | A.java | true
                    /A.java | src/A.java | false
                    src/\\[x\\].java | src/[x].java | true
                    a\\*.txt | ab.txt | false
                    !src | src/b/A.java | false
                    !src/ | lib/src/A.java | false
                    !src | srcs/A.java | true
                    !lib/src | lib/src/A.java | false
                    !lib/src | a/lib/src/A.java | true
                    !/src | lib/src/A.java | true
                    """)
    void paths_match_as_people_expect(String glob, String path, boolean matches) {
        assertThat(PathGlob.parse(glob).orElseThrow().matches(WorkspacePath.of(path)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a", "[a", "a[", "{[}"})
    void what_is_not_closed_is_no_glob(String glob) {
        assertThat(PathGlob.parse(glob)).isEmpty();
    }
}
