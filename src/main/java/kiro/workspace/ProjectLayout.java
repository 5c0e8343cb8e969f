package kiro.workspace;

import java.util.List;
import java.util.Optional;

/// How the project is built and where its code lies.
///
/// @param buildFile the file that the build tool was told from, such as `pom.xml`: the one nearest to the
///     root
/// @param languages by number of files, most first, such as `Java`
/// @param sourceFolders nearest to the root first, then those with most files
/// @param testFolders in the same order; where tests lie beside the code, the folder of both
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
        List<BuildFile> builds = BuildFile.among(files);
        Optional<BuildFile> build = BuildFile.nearest(builds);
        var code = CodeFiles.of(files, builds);
        return new ProjectLayout(
                build.map(BuildFile::tool),
                build.map(BuildFile::path),
                code.languages(),
                code.sources(),
                code.tests());
    }
}
