package kiro.workspace;

import java.util.List;
import java.util.Optional;

/// How the project is built and where its code lies.
///
/// @param buildFile the file that the build tool was told from, such as `pom.xml`
/// @param languages by number of files, most first, such as `Java`
public record ProjectLayout(
        Optional<BuildTool> buildTool,
        Optional<WorkspacePath> buildFile,
        List<String> languages,
        List<WorkspacePath> sourceFolders,
        List<WorkspacePath> testFolders) {
    public ProjectLayout {
        languages = List.copyOf(languages);
        sourceFolders = List.copyOf(sourceFolders);
        testFolders = List.copyOf(testFolders);
    }

    /// Reads the layout off the names of the project's files.
    public static ProjectLayout of(List<WorkspacePath> files) {
        throw new IllegalStateException("skeleton");
    }
}
