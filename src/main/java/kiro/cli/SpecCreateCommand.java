package kiro.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kiro.finding.Finding;
import kiro.spec.SpecName;
import kiro.spec.SpecTemplate;
import kiro.spec.SpecTemplates;
import kiro.spec.TemplateReading;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro spec create`: writes a new spec from a template, and says what is to be filled in.
@Command(
        name = "create",
        description = {
            "Writes a new spec, .kiro/specs/NAME.md, from a template, and lists what is to be filled in.",
            "A file in .kiro/templates is a template of your team, and wins over a built-in one of its name.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec create user-profile --template rest-api",
            "  kiro spec create nightly-export --template background-job --title 'Export of the day'",
            "  kiro spec create --list-templates",
            "",
            "Exit codes: 0 created, 1 the name cannot be used or there is no such template."
        })
public final class SpecCreateCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The name: letters, digits, '-', '_' and '.'.")
    private @Nullable String name;

    @Option(
            names = {"-t", "--template"},
            paramLabel = "TEMPLATE",
            description = "What it is made from.")
    private @Nullable String template;

    @Option(
            names = "--title",
            paramLabel = "TITLE",
            description = "Its title, where the name does not make a good one.")
    private @Nullable String title;

    @Option(names = "--list-templates", description = "Show the templates there are.")
    private boolean isListing;

    public SpecCreateCommand(Console console, Workspaces workspaces) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
    }

    @Override
    public Integer call() throws IOException {
        Optional<Workspace> workspace = projects.current();
        return workspace.map(this::inProject).orElse(ExitCode.FINDINGS).number();
    }

    private ExitCode inProject(Workspace workspace) {
        var templates = new SpecTemplates(workspace);
        if (isListing) {
            return list(templates);
        }
        if (name == null || template == null) {
            return usage(
                    name == null ? "there is no name for the spec" : "there is no template",
                    "'kiro spec create %s --template TEMPLATE', with one of %s"
                            .formatted(
                                    name == null ? "NAME" : name,
                                    String.join(", ", templates.names())));
        }
        var spec = new NewSpec(workspace);
        return switch (spec.name(name)) {
            case NewSpec.Naming.Refused refused -> findings(List.of(refused.finding()));
            case NewSpec.Naming.Free free ->
                    switch (templates.find(template)) {
                        case TemplateReading.Broken broken -> findings(broken.findings());
                        case TemplateReading.Whole whole ->
                                create(spec, free.name(), whole.template());
                    };
        };
    }

    private ExitCode create(NewSpec spec, SpecName wanted, SpecTemplate from) {
        String heading = title == null ? SpecTemplate.titleOf(wanted) : oneLine(title);
        try {
            List<Finding> findings = spec.write(wanted, from.filled(wanted, heading));
            console.print(
                    "created %s from template %s (%s)"
                            .formatted(spec.path(wanted), from.name(), from.origin()));
            show(findings);
            console.print();
            console.print("Next: fill it in, then 'kiro spec validate %s'".formatted(wanted));
            return ExitCode.OK;
        } catch (IOException cause) {
            console.problem(
                    "spec/not-written",
                    "the spec was not written: " + cause.getMessage(),
                    "make .kiro/specs writable, or free some disk space");
            return ExitCode.ENVIRONMENT;
        }
    }

    /// What a template leaves open is no fault yet; anything else is one of the template.
    private void show(List<Finding> findings) {
        List<Finding> open = findings.stream().filter(NewSpec::isToFillIn).toList();
        if (!open.isEmpty()) {
            console.print("to fill in:");
        }
        SequencedMap<Integer, List<Finding>> byLine =
                open.stream()
                        .collect(
                                Collectors.groupingBy(
                                        finding -> finding.span().line(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byLine.forEach((line, blanks) ->
                console.print(
                        "  line %-4d%s"
                                .formatted(
                                        line,
                                        blanks.stream()
                                                .map(SpecCreateCommand::hint)
                                                .collect(Collectors.joining("; ")))));
        console.findings(
                findings.stream().filter(finding -> !NewSpec.isToFillIn(finding)).toList());
    }

    private static String hint(Finding blank) {
        return blank.message().replaceFirst("^left to fill in: ", "");
    }

    private ExitCode list(SpecTemplates templates) {
        var table = new TextTable(List.of("TEMPLATE", "FOR", "FROM"));
        for (String each : templates.names()) {
            switch (templates.find(each)) {
                case TemplateReading.Whole whole ->
                        table.row(each, whole.template().description(), whole.template().origin());
                case TemplateReading.Broken broken -> console.findings(broken.findings());
            }
        }
        table.lines(console.width()).forEach(console::print);
        return ExitCode.OK;
    }

    private ExitCode findings(List<Finding> findings) {
        console.findings(findings);
        return ExitCode.FINDINGS;
    }

    private ExitCode usage(String message, String fix) {
        console.problem("cli/usage", message, fix);
        return ExitCode.USAGE;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
