package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.knowledge.Indexing;
import kiro.knowledge.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro knowledge index`: brings the local index up to date.
@Command(
        name = "index",
        description = {
            "Brings the local index up to date with the files that the settings name. A search does so too; this shows what comes of it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro knowledge index",
            "  kiro knowledge index --json",
            "",
            "Exit codes: 0 up to date, 1 something is left out that the settings name or no local source is configured, 6 another"
                    + " run is indexing, 69 the index cannot be written."
        })
public final class KnowledgeIndexCommand implements Callable<Integer> {
    private final Console console;
    private final OpenKnowledge open;

    @Option(names = "--json", description = "Print what came of it as JSON.")
    private boolean isJson;

    public KnowledgeIndexCommand(Console console, Workspaces workspaces, KnowledgeAccess access) {
        this.console = console;
        this.open = new OpenKnowledge(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<OpenKnowledge.Opened> opened = open.open();
        if (opened.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        console.findings(opened.get().findings());
        try (Knowledge knowledge = opened.get().knowledge()) {
            if (knowledge.settings().local().isEmpty()) {
                console.problem(
                        "knowledge/no-local-source",
                        "nothing is there to index",
                        "name files in knowledge.sources of .kiro/config.yaml, as docs/guide/knowledge.md shows");
                return ExitCode.FINDINGS.number();
            }
            return told(index(knowledge), opened.get().findings().isEmpty()).number();
        }
    }

    private Indexing index(Knowledge knowledge) throws InterruptedException {
        try {
            return knowledge.refresh(console::status);
        } finally {
            console.clearStatus();
        }
    }

    private ExitCode told(Indexing indexing, boolean isClean) throws IOException {
        return switch (indexing) {
            case Indexing.Done done -> {
                show(done);
                yield done.isWhole() && isClean ? ExitCode.OK : ExitCode.FINDINGS;
            }
            case Indexing.Busy _ -> {
                console.problem(
                        "knowledge/busy",
                        "another run is indexing this project just now",
                        "wait until it has ended");
                yield ExitCode.BUSY;
            }
            case Indexing.Failed failed -> {
                console.problem(
                        "knowledge/not-written",
                        "the index cannot be written: " + failed.reason(),
                        "free some disk space, or mend the permissions of the cache folder");
                yield ExitCode.ENVIRONMENT;
            }
        };
    }

    private void show(Indexing.Done done) {
        if (isJson) {
            console.print(KnowledgeJson.index(done));
            return;
        }
        console.print(
                "%,d passages of %,d files are indexed: %,d files new or changed, %,d gone"
                        .formatted(done.passages(), done.files(), done.changed(), done.removed()));
        done.skipped().forEach(console::note);
        done.notes().forEach(note -> console.note("note: " + note));
    }
}
