package kiro.knowledge.lucene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.knowledge.KnowledgeSource;
import kiro.workspace.Git;
import kiro.workspace.Workspace;

/// The files that local sources lead to.
///
/// @param files each once, whatever sources name it
/// @param notes the sources that are left out, and why
record Listing(List<Candidate> files, List<String> notes) {
    /// More than a person's project and notes have; the rest is left out.
    static final int MOST_FILES = 20_000;

    Listing {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /// Lists what is there now.
    static Listing of(List<KnowledgeSource> sources, Workspace workspace, Path home, Git git)
            throws InterruptedException {
        var files = new ArrayList<Candidate>();
        var notes = new ArrayList<String>();
        var ofProject = new ArrayList<KnowledgeSource.Files>();
        var folders = new FolderFiles(home);
        for (KnowledgeSource source : sources) {
            switch (source) {
                case KnowledgeSource.Files some -> ofProject.add(some);
                case KnowledgeSource.Folder folder -> {
                    switch (folders.of(folder)) {
                        case FolderFiles.Listing.Listed listed -> files.addAll(listed.files());
                        case FolderFiles.Listing.Refused refused -> notes.add(refused.reason());
                    }
                }
                case KnowledgeSource.Base _ -> {}
            }
        }
        if (!ofProject.isEmpty()) {
            files.addAll(0, new ProjectFiles(workspace, git).of(ofProject));
        }
        if (files.size() > MOST_FILES) {
            notes.add(
                    "%,d files are left out: no more than %,d are indexed; name fewer in knowledge.sources and knowledge.folders"
                            .formatted(files.size() - MOST_FILES, MOST_FILES));
        }
        return new Listing(files.stream().limit(MOST_FILES).toList(), notes);
    }
}
