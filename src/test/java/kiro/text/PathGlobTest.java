package kiro.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # pattern         | path              | matches
                    *.ts              | a.ts              | true
                    *.ts              | src/deep/a.ts     | true
                    *.ts              | a.tsx             | false
                    /a.ts             | a.ts              | true
                    /a.ts             | src/a.ts          | false
                    src/*.ts          | src/a.ts          | true
                    src/*.ts          | src/deep/a.ts     | false
                    src/*.ts          | x/src/a.ts        | false
                    src/**/*.ts       | src/a.ts          | true
                    src/**/*.ts       | src/x/y/a.ts      | true
                    **/*.ts           | a.ts              | true
                    **/a/b.ts         | a/a/b.ts          | true
                    **/b.ts           | ab.ts             | false
                    src/**            | src/x/a.ts        | true
                    src/**            | srcx/a.ts         | false
                    src/              | src/x/a.ts        | true
                    ./src/a.ts        | src/a.ts          | true
                    a?.ts             | ab.ts             | true
                    x/a?b             | x/a/b             | false
                    *.{ts,tsx}        | x/a.tsx           | true
                    *.{ts,tsx}        | x/a.js            | false
                    {src,test}/**/*.j | test/a.j          | true
                    a,b.ts            | a,b.ts            | true
                    [a-c].ts          | b.ts              | true
                    [!a-c].ts         | b.ts              | false
                    [!a-c].ts         | d.ts              | true
                    x[!a]b            | x/b               | false
                    a+(b).ts          | a+(b).ts          | true
                    a.ts              | aXts              | false
                    """)
    @Tag("steering-files#AC-5")
    void paths_match_as_in_ignore_files(String pattern, String path, boolean matches) {
        assertThat(PathGlob.parse(pattern).orElseThrow().matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "{a", "a}", "[a", "a[", "[z-a]"})
    @Tag("steering-files#AC-3")
    void brackets_that_do_not_match_are_no_pattern(String pattern) {
        assertThat(PathGlob.parse(pattern)).isEmpty();
    }
}
