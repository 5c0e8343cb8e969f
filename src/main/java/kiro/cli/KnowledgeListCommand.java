package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kiro.knowledge.Knowledge;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.LocalIndex;
import kiro.text.PathGlob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro knowledge list`: the sources that are configured.
@Command(
        name = "list",
        description = {
            "Lists the sources that are searched, and where the settings name them. Indexes and asks nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro knowledge list",
            "  kiro knowledge list --json",
            "",
            "Exit codes: 0 listed, 1 the settings have to be repaired."
        })
public final class KnowledgeListCommand implements Callable<Integer> {
    private final Console console;
    private final OpenKnowledge open;

    @Option(names = "--json", description = "Print the sources as JSON.")
    private boolean isJson;

    public KnowledgeListCommand(Console console, Workspaces workspaces, KnowledgeAccess access) {
        this.console = console;
        this.open = new OpenKnowledge(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException {
        Optional<OpenKnowledge.Opened> opened = open.open();
        if (opened.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        try (Knowledge knowledge = opened.get().knowledge()) {
            Optional<LocalIndex.Size> size = knowledge.size();
            if (isJson) {
                console.print(KnowledgeJson.list(knowledge, size, opened.get().findings()));
            } else {
                show(knowledge, size);
                console.findings(opened.get().findings());
            }
        }
        return (opened.get().findings().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS).number();
    }

    private void show(Knowledge knowledge, Optional<LocalIndex.Size> size) {
        if (knowledge.sources().isEmpty()) {
            console.print(OpenKnowledge.NOTHING);
            return;
        }
        var table = new TextTable(List.of("SOURCE", "KIND", "WHAT", "FROM"));
        for (KnowledgeSource source : knowledge.sources()) {
            table.row(source.name(), kind(source), what(source), source.origin());
        }
        console.print(table.lines(console.width()));
        knowledge
                .settings()
                .embedding()
                .ifPresent(model ->
                        console.print("vectors of " + model.text() + " (" + model.origin() + ")"));
        size.ifPresent(each ->
                console.print(
                        "index: %,d kB in %s"
                                .formatted((each.bytes() + 1023) / 1024, each.folder())));
    }

    static String kind(KnowledgeSource source) {
        return switch (source) {
            case KnowledgeSource.Files _ -> "files";
            case KnowledgeSource.Folder _ -> "folder";
            case KnowledgeSource.Base _ -> "knowledge base";
        };
    }

    static String what(KnowledgeSource source) {
        return switch (source) {
            case KnowledgeSource.Files files ->
                    files.globs().stream()
                            .map(PathGlob::toString)
                            .collect(Collectors.joining(", "));
            case KnowledgeSource.Folder folder -> folder.folder().toString();
            case KnowledgeSource.Base base ->
                    base.id() + base.region().map(region -> " in " + region).orElse("");
        };
    }
}
