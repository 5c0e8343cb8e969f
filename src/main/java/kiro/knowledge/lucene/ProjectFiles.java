package kiro.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.knowledge.KnowledgeSource;
import kiro.secret.SecretFiles;
import kiro.workspace.Git;
import kiro.workspace.KiroIgnore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// The project's files that sources name: none that git or `.kiroignore` leaves out, none of secrets, none that leads elsewhere.
final class ProjectFiles {
    private final Workspace workspace;
    private final Git git;

    ProjectFiles(Workspace workspace, Git git) {
        this.workspace = workspace;
        this.git = git;
    }

    List<Candidate> of(List<KnowledgeSource.Files> sources) throws InterruptedException {
        KiroIgnore ignored = ignored();
        var found = new ArrayList<Candidate>();
        for (WorkspacePath path : git.files()) {
            String text = path.value();
            List<String> named =
                    sources.stream()
                            .filter(source -> source.includes(text))
                            .map(KnowledgeSource.Files::name)
                            .sorted()
                            .toList();
            if (!named.isEmpty()
                    && !ignored.includes(text)
                    && !SecretFiles.include(text)
                    && isPlain(workspace.absolute(path))) {
                found.add(new Candidate(text, workspace.root(), workspace.absolute(path), named));
            }
        }
        return found;
    }

    /// What cannot be read keeps everything out.
    private KiroIgnore ignored() {
        try {
            return KiroIgnore.in(workspace.root());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    KiroIgnore.FILE + " cannot be read, so nothing is indexed", unreadable);
        }
    }

    private boolean isPlain(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().startsWith(workspace.root());
        } catch (IOException gone) {
            return false;
        }
    }
}
