package kiro.steering.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.TreeSitter;
import kiro.finding.Finding;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringPlace;
import kiro.steering.SteeringStore;
import kiro.steering.check.MeasuredCoverage;
import kiro.steering.check.SteeringCheck;
import kiro.steering.infra.InfrastructureRules;
import kiro.steering.rule.SteeringRule;
import kiro.steering.sentence.Judged;
import kiro.steering.sentence.RuleSet;
import kiro.steering.sentence.RuleState;
import kiro.steering.sentence.SteeringRules;
import kiro.steering.sentence.SteeringSources;
import kiro.steering.source.ProjectFiles;
import kiro.workspace.WorkspacePath;

/// The steering of a project: its files, what each sentence is worth there, and the check of the rules.
///
/// @param project its files, when they were looked at
/// @param sentences of all files; only what is really checked counts as enforced
/// @param findings what a person should mend about files and rules
public record ProjectSteering(
        SteeringStore.Reading reading,
        List<Judged> sentences,
        ProjectFiles project,
        SteeringCheck check,
        List<Finding> findings) {
    public ProjectSteering {
        sentences = List.copyOf(sentences);
        findings = List.copyOf(findings);
    }

    public static ProjectSteering of(
            SteeringStore.Reading reading, ProjectFiles files, TreeSitter parser) {
        return of(reading, files, parser, MeasuredCoverage.NONE);
    }

    /// @param coverage what tests have measured, asked for only where a rule is about it
    public static ProjectSteering of(
            SteeringStore.Reading reading,
            ProjectFiles files,
            TreeSitter parser,
            MeasuredCoverage coverage) {
        RuleSet said =
                SteeringRules.of(
                        SteeringSources.of(reading.files()), new ProjectGround(files, parser));
        Map<String, FolderRules> folders = folders(reading.files());
        List<Judged> sentences =
                said.judged().stream()
                        .map(each -> checked(each, Optional.ofNullable(folders.get(each.file()))))
                        .toList();
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(said.findings());
        return new ProjectSteering(
                reading,
                sentences,
                files,
                new SteeringCheck(
                        new RuleSet(sentences, List.of()).rules(), files, parser, ports(coverage)),
                findings.stream().sorted(Finding.ORDER).toList());
    }

    /// What else is asked about files than the engine knows itself.
    static SteeringCheck.Ports ports(MeasuredCoverage coverage) {
        return new SteeringCheck.Ports(new InfrastructureRules(), coverage);
    }

    /// By how near they are, the nearest last.
    public List<SteeringFile> files() {
        return reading.files();
    }

    /// The files of policy that a model is told for one of the project.
    public List<SteeringFile> toldFor(WorkspacePath file) {
        return reading.applyingTo(List.of(file));
    }

    /// The project's files at a path: the one, or those below it.
    public List<String> pathsAt(String path) {
        return project.paths().contains(path)
                ? List.of(path)
                : project.paths().tailSet(path + "/").stream()
                        .takeWhile(each -> each.startsWith(path + "/"))
                        .toList();
    }

    /// The rules that are checked, with the sentence of each.
    public List<SteeringRule> rules() {
        return new RuleSet(sentences, List.of()).rules();
    }

    private static Map<String, FolderRules> folders(List<SteeringFile> files) {
        var folders = new HashMap<String, FolderRules>();
        for (SteeringFile file : files) {
            if (file.place() instanceof SteeringPlace.Folder place) {
                folders.put(file.label(), new FolderRules(place.folder().value()));
            }
        }
        return folders;
    }

    /// What is not checked from where it stands is no more than told.
    private static Judged checked(Judged one, Optional<FolderRules> folder) {
        if (!(one.state() instanceof RuleState.Enforced enforced)) {
            return one;
        }
        if (folder.isEmpty()) {
            return one;
        }
        List<Optional<SteeringRule>> seen =
                enforced.rules().stream().map(folder.get()::seenFromRoot).toList();
        return seen.stream().allMatch(Optional::isPresent)
                ? one(one, new RuleState.Enforced(seen.stream().flatMap(Optional::stream).toList()))
                : one(
                        one,
                        new RuleState.Guidance(
                                "the name of its folder has signs that patterns have, so that nothing is checked from there"));
    }

    private static Judged one(Judged one, RuleState state) {
        return new Judged(one.file(), one.span(), one.text(), state);
    }
}
