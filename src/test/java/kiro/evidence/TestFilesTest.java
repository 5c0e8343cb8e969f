package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Test;

class TestFilesTest {
    /// A program `go` or a script `py` has the name that an ending would be.
    @Test
    void a_file_that_is_called_like_an_ending_has_no_language() {
        List<WorkspacePath> files =
                Stream.of("go", "tests/py", "java", ".kt", "test/a.js", "x.", "tests/b.py")
                        .map(WorkspacePath::of)
                        .toList();

        assertThat(TestFiles.among(files))
                .extracting(WorkspacePath::value)
                .containsExactly("test/a.js", "tests/b.py");
        assertThat(TestFiles.dialect(WorkspacePath.of("rs"))).isEmpty();
    }
}
