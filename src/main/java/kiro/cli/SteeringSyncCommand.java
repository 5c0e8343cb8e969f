package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kiro.steering.project.SharedPin;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// `kiro steering sync`: a team's shared steering, taken into a folder of its own once a person has seen what changes.
public final class SteeringSyncCommand extends ProjectCommand {
    private final SharedSteering.Source source;
    private final CommandDescription.Given<String> remote;
    private final CommandDescription.Flag yes;

    public SteeringSyncCommand(
            Console console, Workspaces workspaces, SharedSteering.Source source) {
        super("sync", console, workspaces);
        this.source = source;
        description.says(
                "Takes the steering of a team's shared repository into .kiro/steering/shared, pinned to a commit. What",
                "would change is shown first, and a person agrees. Without the repository all stays as it is.",
                "");
        remote =
                description.option(
                        "--remote", "GIT-URL", "The repository; without it that of the last time.");
        yes = description.flag("--yes", "Agree without being asked.");
        description.endsWith(
                "",
                "Examples:",
                "  kiro steering sync --remote https://git.example.com/team/steering.git",
                "  kiro steering sync",
                "",
                "Exit codes: 0 it is as the repository has it, 1 it could not be fetched or written, or files were"
                        + " changed here, 3 nobody agreed, 64 wrong use.");
    }

    @Override
    int work(Workspace workspace) throws IOException, InterruptedException {
        var files = new WorkspaceFiles(workspace);
        Optional<SharedPin> pin =
                files.read(WorkspacePath.of(SharedPin.PATH))
                        .flatMap(
                                bytes -> SharedPin.read(new String(bytes, StandardCharsets.UTF_8)));
        Optional<String> address = remote.value().or(() -> pin.map(SharedPin::remote));
        if (address.isEmpty()) {
            return problem(
                    "steering/no-remote",
                    "no repository was taken from here before",
                    "name it: kiro steering sync --remote GIT-URL");
        }
        if (address.get().matches("[a-z+]+://[^/@]*:[^/@]*@.*")) {
            return problem(
                    "steering/secret-in-remote",
                    "the address has a password in it, which would be committed",
                    "leave it out: git's credential helper knows it");
        }
        return sync(files, pin, address.get());
    }

    private int sync(WorkspaceFiles files, Optional<SharedPin> pin, String address)
            throws IOException, InterruptedException {
        List<String> edited = edited(files, pin);
        if (!edited.isEmpty()) {
            return problem(
                    "steering/shared-edited",
                    "these shared files were changed here: " + String.join(", ", edited),
                    "take your changes to the shared repository, or to a file outside of "
                            + SharedPin.FOLDER);
        }
        return switch (source.fetch(address)) {
            case SharedSteering.Unreachable(String reason) ->
                    problem(
                            "steering/remote-unreachable",
                            "%s: %s; %s"
                                    .formatted(
                                            address,
                                            reason,
                                            pin.map(known ->
                                                            "what is here stays, of commit "
                                                                    + known.commit())
                                                    .orElse("nothing was taken")),
                            "try again when it can be reached");
            case SharedSteering.Fetched fetched -> take(files, pin, address, fetched);
        };
    }

    private int problem(String code, String message, String fix) {
        console.problem(code, message, fix);
        return ExitCode.FINDINGS.number();
    }

    private static WorkspacePath at(String name) {
        return WorkspacePath.of(SharedPin.FOLDER + "/" + name);
    }

    /// Files that are not as they were written; one that is gone is none.
    private static List<String> edited(WorkspaceFiles files, Optional<SharedPin> pin)
            throws IOException {
        var edited = new ArrayList<String>();
        for (Map.Entry<String, String> each :
                pin.map(SharedPin::files).orElseGet(TreeMap::new).entrySet()) {
            Optional<byte[]> now = files.read(at(each.getKey()));
            if (now.isPresent() && !SharedPin.digest(now.get()).equals(each.getValue())) {
                edited.add(at(each.getKey()).value());
            }
        }
        return edited;
    }

    private int take(
            WorkspaceFiles files,
            Optional<SharedPin> pin,
            String address,
            SharedSteering.Fetched fetched)
            throws IOException, InterruptedException {
        var digests = new TreeMap<String, String>();
        fetched.files().forEach((name, bytes) -> digests.put(name, SharedPin.digest(bytes)));
        var known = pin.map(SharedPin::files).orElseGet(TreeMap::new);
        List<String> foreign = foreign(files, digests, known);
        if (!foreign.isEmpty()) {
            return problem(
                    "steering/shared-in-the-way",
                    "these files are in the way: " + String.join(", ", foreign),
                    "move them out of " + SharedPin.FOLDER);
        }
        List<String> changes = changes(digests, known);
        if (changes.isEmpty()) {
            console.print("all is as %s has it".formatted(address));
        } else {
            console.print("%s, commit %s:".formatted(address, fetched.commit()));
            changes.forEach(each -> console.print("  " + each));
            if (!agrees()) {
                console.print("nothing was changed");
                return ExitCode.DENIED.number();
            }
        }
        for (Map.Entry<String, byte[]> each : fetched.files().entrySet()) {
            files.write(at(each.getKey()), each.getValue());
        }
        for (String name : known.keySet()) {
            if (!digests.containsKey(name) && files.read(at(name)).isPresent()) {
                files.delete(at(name));
            }
        }
        files.write(
                WorkspacePath.of(SharedPin.PATH),
                new SharedPin(address, fetched.commit(), digests)
                        .text()
                        .getBytes(StandardCharsets.UTF_8));
        console.print("%s is at commit %s".formatted(SharedPin.FOLDER, fetched.commit()));
        return ExitCode.OK.number();
    }

    /// Files that nobody took from a shared repository, and links.
    private static List<String> foreign(
            WorkspaceFiles files, Map<String, String> digests, Map<String, String> known)
            throws IOException {
        var foreign = new ArrayList<String>();
        for (Map.Entry<String, String> each : digests.entrySet()) {
            WorkspacePath path = at(each.getKey());
            boolean isForeign =
                    files.isLinked(path)
                            || (!known.containsKey(each.getKey())
                                    && files.read(path)
                                            .filter(bytes ->
                                                    !SharedPin.digest(bytes)
                                                            .equals(each.getValue()))
                                            .isPresent());
            if (isForeign) {
                foreign.add(path.value());
            }
        }
        return foreign;
    }

    private static List<String> changes(Map<String, String> now, Map<String, String> before) {
        var names = new TreeSet<>(now.keySet());
        names.addAll(before.keySet());
        var changes = new ArrayList<String>();
        for (String name : names) {
            if (!before.containsKey(name)) {
                changes.add("new      " + name);
            } else if (!now.containsKey(name)) {
                changes.add("removed  " + name);
            } else if (!now.get(name).equals(before.get(name))) {
                changes.add("changed  " + name);
            }
        }
        return changes;
    }

    private boolean agrees() throws InterruptedException {
        return yes.isSet()
                || console.ask(
                                "a model is told these files and your code is held against them; take them? [y]es, [n]o > ")
                        .filter(answer -> answer.equals("y") || answer.equals("yes"))
                        .isPresent();
    }
}
