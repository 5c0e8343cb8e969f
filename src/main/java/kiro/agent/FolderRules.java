package kiro.agent;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.agent.ContextSources.Found;
import kiro.model.TaggedText;
import kiro.steering.project.ToldSteering;
import kiro.workspace.WorkspacePath;

/// Tells the model of the `AGENTS.md` of a folder once it comes to a file in it; that of the nearest folder is told last,
/// and counts where two speak of the same thing. Rules about the files of a step are repeated where it begins. A map that was
/// not ready when the conversation began is told as well.
final class FolderRules {
    private final Optional<ContextSources> sources;
    private final ToldSteering steering;
    private final Set<String> told = new HashSet<>();
    private int steps;
    private boolean hasMap;

    FolderRules(Optional<ContextSources> sources, ToldSteering steering) {
        this.sources = sources;
        this.steering = steering;
    }

    static FolderRules of(ProjectView project) {
        return new FolderRules(project.sources(), project.steering());
    }

    /// The rules that are about the files of a step, which long talk may have pushed far away; empty for the first step, since
    /// they were just told.
    String atStep(List<WorkspacePath> files) {
        steps++;
        String rules = steering.about(files.stream().map(WorkspacePath::value).toList());
        return steps == 1 || rules.isEmpty() ? "" : TaggedText.of("rules", rules).render();
    }

    /// What is to be told because of these files; empty where all of it was.
    String news(Collection<WorkspacePath> files) {
        var news = new StringBuilder(map());
        for (WorkspacePath file : files) {
            sources.ifPresent(known ->
                    known.agentsAbove(file).stream()
                            .filter(told::add)
                            .forEach(folder -> news.append(rules(known, folder))));
        }
        return news.toString();
    }

    private String map() {
        Optional<String> late =
                hasMap ? Optional.empty() : sources.flatMap(ContextSources::lateMap);
        hasMap |= late.isPresent();
        return late.map(text -> TaggedText.of("map", text).render()).orElse("");
    }

    private static String rules(ContextSources sources, String folder) {
        return switch (sources.find(folder + "/AGENTS.md")) {
            case Found.Nothing _ -> "";
            case Found.Content(String name, String text) -> {
                var attributes = new LinkedHashMap<String, String>();
                attributes.put("folder", folder);
                attributes.put("path", name);
                yield TaggedText.of("agents", attributes, text).render();
            }
        };
    }
}
