package kiro;

import java.util.ArrayList;
import java.util.List;
import kiro.cli.RunRequest;
import kiro.finding.Finding;
import kiro.model.Model;
import kiro.model.builtin.BuiltinModel;
import kiro.steering.SteeringFile;
import kiro.steering.SteeringStore;
import kiro.steering.project.ToldSteering;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// The steering of one run: what its model is told, and what a person should know of it.
///
/// @param applying the files that apply
record RunSteering(List<SteeringFile> applying, ToldSteering told, List<String> remarks) {
    RunSteering {
        applying = List.copyOf(applying);
        remarks = List.copyOf(remarks);
    }

    /// @param model that is told; the engine of this program learns rules by refusals
    static RunSteering of(
            Outside outside, RunRequest request, List<WorkspacePath> files, Model model)
            throws InterruptedException {
        Workspace workspace = request.workspace();
        var wiring = new SteeringWiring(outside);
        var reading = new SteeringStore(workspace, outside.home()).read(files);
        List<SteeringFile> applying = reading.applyingTo(files);
        var remarks = new ArrayList<String>();
        reading.findings().stream().map(Finding::toString).forEach(remarks::add);
        wiring.reminders(workspace, reading.files()).stream()
                .map(Finding::toString)
                .forEach(remarks::add);
        return new RunSteering(
                applying,
                model instanceof BuiltinModel || reading.files().isEmpty()
                        ? ToldSteering.of(applying)
                        : ToldSteering.of(
                                wiring.of(workspace, reading, files).rules(),
                                applying,
                                inHand(request, files),
                                ToldSteering.ROOM),
                remarks);
    }

    /// The files that the task or its spec names.
    private static List<String> inHand(RunRequest request, List<WorkspacePath> files) {
        String words =
                request.words()
                        + request.spec().map(spec -> "\n" + spec.document().text()).orElse("");
        return files.stream().map(WorkspacePath::value).filter(words::contains).toList();
    }
}
