package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kiro.draft.Brief;
import kiro.finding.Finding;
import kiro.spec.SpecForm;
import kiro.spec.SpecName;
import kiro.spec.SpecReading;
import kiro.spec.SpecTemplate;
import kiro.spec.SpecTemplates;
import kiro.spec.TemplateParameter;
import kiro.spec.TemplateReading;
import kiro.spec.TemplateValues;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro spec create`: writes a new spec from a template, and says what is to be filled in and what is missing.
@Command(
        name = "create",
        description = {
            "Writes a new spec from a template, and lists what is to be filled in.",
            "It is one file, .kiro/specs/NAME.md, or with --form folder a folder as today's Kiro has it.",
            "A file in .kiro/templates is a template of your team, and wins over a built-in one of its name.",
            "With --from it says what you want: a language model, where one is configured, proposes the words, and",
            "what it proposes passes the rules of 'kiro spec validate' and is marked until you accept it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro spec create user-profile --template rest-api",
            "  kiro spec create user-profile -t rest-api --set method=PUT --set 'path=/users/{id}/profile'",
            "  kiro spec create nightly-export --template background-job --title 'Export of the day'",
            "  kiro spec create pay-with-x --template integration --form folder",
            "  kiro spec create cancel -t rest-api --from 'The owner of an order can cancel it until it is shipped'",
            "  kiro spec create --list",
            "",
            "Exit codes: 0 created, 1 the name, the template or a parameter cannot be used, 5 created without the model,",
            "which failed."
        })
public final class SpecCreateCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final Supplier<UUID> ids;
    private final DescribedSpec described;

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
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description =
                    "A parameter of the template; --list names them. May be given several times.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description =
                    "file: one Markdown file (the default); folder: requirements, design and tasks.")
    private String form = "file";

    @Option(
            names = "--accept",
            paramLabel = "WHICH",
            description =
                    "Add suggested criteria: all, or numbers as they are shown, such as 1,3-5.")
    private @Nullable String accept;

    @Option(
            names = "--title",
            paramLabel = "TITLE",
            description = "Its title, where the name does not make a good one.")
    private @Nullable String title;

    @Option(
            names = {"--list", "--list-templates"},
            description = "Show the templates there are, with their parameters.")
    private boolean isListing;

    @Option(
            names = "--from",
            paramLabel = "TEXT",
            description = "What is wanted, in your words; - reads them from standard input.")
    private @Nullable String from;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "The model that proposes words, such as anthropic/NAME; else the one of the settings.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--json", description = "Print what was made as JSON.")
    private boolean isJson;

    /// @param ids makes the id of a spec in a folder
    public SpecCreateCommand(
            Console console,
            Workspaces workspaces,
            Supplier<UUID> ids,
            SpecModels models,
            ProjectSettings settings) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.ids = ids;
        this.described = new DescribedSpec(console, models, settings);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = projects.current();
        return (workspace.isEmpty() ? ExitCode.FINDINGS : inProject(workspace.get())).number();
    }

    private ExitCode inProject(Workspace workspace) throws IOException, InterruptedException {
        var templates = new SpecTemplates(workspace);
        if (isListing) {
            return list(templates);
        }
        Optional<SpecForm> layout = form();
        if (layout.isEmpty()) {
            return usage(
                    "'%s' is no form of a spec".formatted(form), "--form file, or --form folder");
        }
        if (name == null || template == null) {
            return usage(
                    name == null ? "there is no name for the spec" : "there is no template",
                    "'kiro spec create %s --template TEMPLATE', with one of %s"
                            .formatted(
                                    name == null ? "NAME" : name,
                                    String.join(", ", templates.names())));
        }
        if (model.isPresent() && from == null) {
            return usage("--model without --from", "say what is wanted: --from 'A user can ...'");
        }
        var spec = new NewSpec(workspace);
        return switch (spec.name(name)) {
            case NewSpec.Naming.Refused refused -> findings(List.of(refused.finding()));
            case NewSpec.Naming.Free free ->
                    switch (templates.find(template)) {
                        case TemplateReading.Broken broken -> findings(broken.findings());
                        case TemplateReading.Whole whole ->
                                create(workspace, free.name(), whole.template(), layout.get());
                    };
        };
    }

    private Optional<SpecForm> form() {
        return switch (form) {
            case "file" -> Optional.of(SpecForm.FILE);
            case "folder" -> Optional.of(SpecForm.FOLDER);
            default -> Optional.empty();
        };
    }

    private ExitCode create(
            Workspace workspace, SpecName wanted, SpecTemplate template, SpecForm layout)
            throws IOException, InterruptedException {
        if (!template.has(layout)) {
            return findings(List.of(NewSpec.noForm(template, layout)));
        }
        String heading = title == null ? SpecTemplate.titleOf(wanted) : oneLine(title);
        return switch (TemplateValues.of(template, settings)) {
            case TemplateValues.Broken broken -> findings(broken.findings());
            case TemplateValues.Whole said ->
                    from == null
                            ? fromTemplate(
                                    workspace,
                                    new Brief(
                                            wanted,
                                            heading,
                                            template,
                                            layout,
                                            new TemplateQuestions(console)
                                                    .ask(template, said.values()),
                                            ""))
                            : fromWords(
                                    workspace,
                                    new Brief(
                                            wanted,
                                            heading,
                                            template,
                                            layout,
                                            said.values(),
                                            from));
        };
    }

    private ExitCode fromTemplate(Workspace workspace, Brief brief) {
        List<Finding> missing = TemplateValues.missing(brief.template(), brief.values());
        return missing.isEmpty()
                ? write(workspace, brief, brief.texts(), Optional.empty())
                : findings(missing);
    }

    private ExitCode fromWords(Workspace workspace, Brief brief)
            throws IOException, InterruptedException {
        Optional<String> words = described.description(brief.description());
        if (words.isEmpty()) {
            return ExitCode.USAGE;
        }
        return switch (described.fill(workspace, brief.saying(words.get()), model)) {
            case DescribedSpec.Filling.Refused refused -> findings(refused.findings());
            case DescribedSpec.Filling.Stopped stopped -> {
                console.problem(
                        stopped.problem().code(),
                        stopped.problem().message(),
                        stopped.problem().fix());
                yield stopped.ended();
            }
            case DescribedSpec.Filling.Filled filled -> {
                ExitCode written = write(workspace, brief, filled.texts(), filled.proposed());
                yield written == ExitCode.OK ? filled.ended() : written;
            }
        };
    }

    private ExitCode write(
            Workspace workspace,
            Brief brief,
            SequencedMap<String, String> texts,
            Optional<Created.Proposed> proposed) {
        var spec = new NewSpec(workspace);
        try {
            SpecReading reading =
                    switch (brief.form()) {
                        case FILE -> spec.write(brief.name(), texts.firstEntry().getValue());
                        case FOLDER ->
                                spec.write(
                                        brief.name(),
                                        new KiroFolder(brief.template(), ids.get()).files(texts));
                    };
            var created =
                    new Created(
                            brief.name(),
                            spec.place(brief.name(), brief.form()),
                            brief.template(),
                            brief.form(),
                            reading,
                            proposed);
            return spec.view(console, isJson).show(created, Optional.ofNullable(accept));
        } catch (IOException cause) {
            console.problem(
                    "spec/not-written",
                    "the spec was not written: " + cause.getMessage(),
                    "make .kiro/specs writable, or free some disk space");
            return ExitCode.ENVIRONMENT;
        }
    }

    private ExitCode list(SpecTemplates templates) {
        var table = new TextTable(List.of("TEMPLATE", "FOR", "PARAMETERS", "FROM"));
        for (String each : templates.names()) {
            switch (templates.find(each)) {
                case TemplateReading.Whole whole -> {
                    SpecTemplate found = whole.template();
                    table.row(each, found.description(), parameters(found), found.origin());
                }
                case TemplateReading.Broken broken -> console.findings(broken.findings());
            }
        }
        table.lines(console.width()).forEach(console::print);
        return ExitCode.OK;
    }

    private static String parameters(SpecTemplate template) {
        return template.parameters().stream()
                .map(TemplateParameter::name)
                .collect(Collectors.joining(", "));
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
