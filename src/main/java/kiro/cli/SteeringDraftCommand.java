package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kiro.draft.Asker;
import kiro.draft.RuleDraft;
import kiro.draft.RuleDrafting;
import kiro.draft.RuleDrafting.Drafts;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringPlace;
import kiro.steering.project.ProjectSteering;
import kiro.steering.sentence.Judged;
import kiro.steering.sentence.RuleState;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;

/// `kiro steering draft`: rules by a model for sentences that have no form, which a person accepts.
public final class SteeringDraftCommand extends ProjectCommand {
    private static final int MOST = 30;
    private static final int SHOWN = 5;

    private final SteeringAccess steering;
    private final SpecModels models;
    private final CommandDescription.Given<String> name;
    private final CommandDescription.Given<String> model;
    private final CommandDescription.Flag propose;

    public SteeringDraftCommand(
            Console console, Workspaces workspaces, SteeringAccess steering, SpecModels models) {
        super("draft", console, workspaces);
        this.steering = steering;
        this.models = models;
        description.says(
                "Asks a model for rules of the sentences of a steering file that are guidance. A rule passes only with",
                "bad and good examples that behave. Each is shown with what violates it in the project today, and is",
                "written into the file when you accept it.",
                "");
        name = description.words("FILE", "The name of a steering file, such as code-style.");
        model = description.option("--model", "MODEL", "The model that is asked.");
        propose =
                description.flag(
                        "--propose", "Write what passes as proposed, which checks nothing yet.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering draft code-style",
                "  kiro steering draft code-style --propose",
                "",
                "Exit codes: 0 asked, 1 there is no such file, or no model, 5 the model gave no usable answer, 64 wrong use.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        ProjectSteering known = steering.of(workspace);
        Optional<SteeringFile> file =
                known.files().stream()
                        .filter(each -> !(each.place() instanceof SteeringPlace.Person))
                        .filter(each -> !each.label().startsWith(".kiro/steering/shared/"))
                        .filter(each ->
                                each.name().equals(name.value().orElse(""))
                                        || each.label().equals(name.value().orElse("")))
                        .findFirst();
        if (file.isEmpty()) {
            console.problem(
                    "steering/unknown-file",
                    "the project has no steering file '%s' of its own"
                            .formatted(name.value().orElse("")),
                    "kiro steering list shows them");
            return ExitCode.FINDINGS.number();
        }
        List<Judged> open = open(known, file.get());
        if (open.isEmpty()) {
            console.print("no sentence of %s lacks a rule".formatted(file.get().label()));
            return ExitCode.OK.number();
        }
        return opened(workspace, known, file.get(), open).number();
    }

    private static List<Judged> open(ProjectSteering known, SteeringFile file) {
        return known.sentences().stream()
                .filter(each -> each.file().equals(file.label()))
                .filter(each ->
                        each.state() instanceof RuleState.Guidance(String reason)
                                && !reason.startsWith("its file is told only"))
                .limit(MOST)
                .toList();
    }

    private ExitCode opened(
            Workspace workspace, ProjectSteering known, SteeringFile file, List<Judged> open)
            throws IOException, InterruptedException {
        return new ModelWork(console, models)
                .run(
                        workspace,
                        model.value(),
                        "nothing is proposed",
                        "set one: docs/guide/models.md says how; or write a block: docs/formats/steering-rules.md",
                        asker -> asked(workspace, known, file, open, asker));
    }

    private ExitCode asked(
            Workspace workspace,
            ProjectSteering known,
            SteeringFile file,
            List<Judged> open,
            Asker asker)
            throws IOException, InterruptedException {
        Drafts drafts =
                new RuleDrafting(asker, (which, body) -> steering.with(known, which, body))
                        .of(file, open);
        console.clearStatus();
        return switch (drafts) {
            case Drafts.Nothing(String reason) -> {
                console.problem(
                        "model/no-proposal",
                        "%s proposed nothing that can stand: %s".formatted(asker.model(), reason),
                        "call the command again, or write a block yourself");
                yield ExitCode.PROVIDER;
            }
            case Drafts.Passed passed -> {
                show(file, asker, passed);
                List<RuleDraft> chosen = chosen(passed.drafts());
                if (!chosen.isEmpty()) {
                    write(workspace, file, chosen);
                }
                yield ExitCode.OK;
            }
        };
    }

    private void show(SteeringFile file, Asker asker, Drafts.Passed passed) {
        console.print(
                passed.drafts().isEmpty()
                        ? "%s proposes no rule for %s".formatted(asker.model(), file.label())
                        : "proposed by %s for %s:".formatted(asker.model(), file.label()));
        for (int i = 0; i < passed.drafts().size(); i++) {
            RuleDraft draft = passed.drafts().get(i);
            console.print("  %2d  %s".formatted(i + 1, draft.sentence().text()));
            draft.yaml().lines().map("        "::concat).forEach(console::print);
            console.print(
                    "      in the project: %s"
                            .formatted(Counted.of(draft.inProject().size(), "violation")));
            draft.inProject().stream()
                    .limit(SHOWN)
                    .map(each ->
                            "        %s:%d: %s"
                                    .formatted(each.path(), each.span().line(), each.what()))
                    .forEach(console::print);
        }
        passed.problems().forEach(problem -> console.print("left out: " + problem));
    }

    private List<RuleDraft> chosen(List<RuleDraft> drafts) throws InterruptedException {
        if (propose.isSet() || drafts.isEmpty()) {
            return drafts;
        }
        if (!console.isInteractive()) {
            console.print("nothing is written: choose at a terminal, or add --propose");
            return List.of();
        }
        Optional<SuggestionChoice> choice =
                console.ask("accept which? all, numbers as in 1,3-5, or Enter for none: ")
                        .filter(words -> !words.isEmpty())
                        .flatMap(SuggestionChoice::parse)
                        .filter(each -> each.unknown(drafts.size()).isEmpty());
        if (choice.isEmpty()) {
            console.note("nothing is written");
            return List.of();
        }
        return IntStream.range(0, drafts.size())
                .filter(i -> choice.get().isAll() || choice.get().numbers().contains(i + 1))
                .mapToObj(drafts::get)
                .toList();
    }

    /// Below all that is there, which stays as it is.
    private void write(Workspace workspace, SteeringFile file, List<RuleDraft> chosen)
            throws IOException {
        var files = new WorkspaceFiles(workspace);
        String text =
                new String(files.read(file.path()).orElse(new byte[0]), StandardCharsets.UTF_8);
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        var added = new ArrayList<String>();
        chosen.forEach(draft -> added.add("\n" + draft.block(propose.isSet())));
        String written =
                text
                        + (text.isEmpty() || text.endsWith("\n") ? "" : end)
                        + String.join("", added).replace("\n", end);
        files.write(file.path(), written.getBytes(StandardCharsets.UTF_8));
        console.print(
                "%s written to %s%s"
                        .formatted(
                                Counted.of(chosen.size(), "rule"),
                                file.label(),
                                propose.isSet()
                                        ? " as proposed: accept one by taking 'state' out of it"
                                        : ""));
    }
}
