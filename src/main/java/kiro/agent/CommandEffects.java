package kiro.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import kiro.edit.ChangeSet;
import kiro.edit.CommandWatch;
import kiro.edit.FileChange;
import kiro.edit.JournalResult;
import kiro.edit.WriteRules;
import kiro.permission.ClosedPaths;
import kiro.permission.PermissionRule;
import kiro.session.Event;
import kiro.session.Events;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.WorkspacePath;

/// Makes calls, finds out what commands have changed by them, and takes back what violates the rules of writing.
///
/// While a command goes on in the background, what it has changed since is found with each call that has an effect, and
/// with each that looks at the command.
public final class CommandEffects {
    private final CommandWatch watch;
    private final BoundedRules rules;
    private final BooleanSupplier isBusy;
    private Optional<CommandWatch.Before> standing = Optional.empty();
    private final Set<String> warned = new HashSet<>();

    /// @param isBusy whether a command goes on in the background
    public CommandEffects(CommandWatch watch, BoundedRules rules, BooleanSupplier isBusy) {
        this.watch = watch;
        this.rules = rules;
        this.isBusy = isBusy;
    }

    BoundedRules rules() {
        return rules;
    }

    /// Where the changes of an agent are told.
    ///
    /// @param closed the files that rules keep from the commands
    record Account(Events log, ChangedFiles changed, UndoneCalls undone, ClosedPaths closed) {}

    /// What the model is told about the effects of a call, beside its answer.
    private static final class Told {
        private final List<String> texts = new ArrayList<>();
        private boolean isRefused;

        void repaired(String text) {
            texts.add(text);
        }

        void refused(String text) {
            texts.add(text);
            isRefused = true;
        }

        Optional<String> text() {
            return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", texts));
        }

        /// What was taken back makes a call one without success.
        ToolResult before(ToolResult result) {
            if (texts.isEmpty()) {
                return result;
            }
            String text = "%s\n\n%s".formatted(String.join("\n\n", texts), result.text());
            return switch (result) {
                case ToolResult.Done _ ->
                        isRefused ? new ToolResult.Unsuccessful(text) : new ToolResult.Done(text);
                case ToolResult.Unsuccessful _ -> new ToolResult.Unsuccessful(text);
                case ToolResult.Failed _ -> new ToolResult.Failed(text);
            };
        }
    }

    /// @param id the call's
    ToolResult make(String id, Preparation.Ready ready, Account account)
            throws InterruptedException {
        var told = new Told();
        Effect effect = ready.effect();
        if (Effects.mayChange(effect)) {
            settleBackground(id, account, told);
        }
        boolean wasBusy = standing.isPresent();
        ToolResult result =
                isWatched(effect)
                        ? watched(id, ready, account, told)
                        : ready.act().run(account.log()::printed);
        if (effect instanceof Effect.Change(List<FileChange> changes)
                && result instanceof ToolResult.Done) {
            standing = standing.map(before -> before.after(changes));
            standing.ifPresent(before -> watch.note(id, before));
        }
        if (wasBusy && effect instanceof Effect.Nothing) {
            settleBackground(id, account, told);
        }
        return told.before(result);
    }

    private static boolean isWatched(Effect effect) {
        return switch (effect) {
            case Effect.Execute _, Effect.GitChange _ -> true;
            case Effect.ServerCall server -> !server.isLooking();
            case Effect.Nothing _,
                    Effect.Read _,
                    Effect.Change _,
                    Effect.Delegate _,
                    Effect.Fetch _ ->
                    false;
        };
    }

    /// What a command changes is found out whether it succeeds, fails or is interrupted.
    private ToolResult watched(String id, Preparation.Ready ready, Account account, Told told)
            throws InterruptedException {
        rules.recall();
        CommandWatch.Before before = watch.begin();
        warnOfBlindness(before, account);
        watch.note(id, before);
        try {
            return ready.act().run(account.log()::printed);
        } finally {
            boolean wasInterrupted = Thread.interrupted();
            CommandWatch.Before after = settle(id, before, account, told);
            stand(id, after, isBusy.getAsBoolean());
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Each is said once in a run.
    private void warnOfBlindness(CommandWatch.Before before, Account account) {
        for (String unseen : watch.unseen(before)) {
            if (warned.add(unseen)) {
                account.log().append(new Event.Warned(unseen));
            }
        }
    }

    private void settleBackground(String id, Account account, Told told)
            throws InterruptedException {
        if (standing.isPresent()) {
            // Asked first: a command that ends in between is looked at once more, not once too
            // little.
            boolean goesOn = isBusy.getAsBoolean();
            stand(id, settle(id, standing.get(), account, told), goesOn);
        }
    }

    private void stand(String id, CommandWatch.Before after, boolean goesOn) {
        if (goesOn) {
            standing = Optional.of(after);
            watch.note(id, after);
        } else {
            standing = Optional.empty();
            watch.forget();
        }
    }

    /// Records what a command has changed that was under way when the run was killed.
    void recover(Account account) throws InterruptedException {
        try {
            Optional<CommandWatch.Left> left = watch.left();
            if (left.isPresent()) {
                var told = new Told();
                process(left.get().call(), left.get().found(), account, told);
                told.text().ifPresent(text -> account.log().append(new Event.Warned(text)));
                othersAreLeft(left.get().others(), account.log());
            }
        } catch (IOException unreadable) {
            String why = String.valueOf(unreadable.getMessage());
            account.log().append(new Event.Warned("what a command did cannot be known: " + why));
        }
    }

    private static void othersAreLeft(List<WorkspacePath> others, Events log) {
        if (!others.isEmpty()) {
            String text = "changed after the run was killed, and so not taken for its command's: ";
            log.append(new Event.Warned(text + others));
        }
    }

    /// @param back files that are as they were before
    private static void record(CommandWatch.Found found, Account account, Set<WorkspacePath> back) {
        for (ChangeSet.Change change : found.changes()) {
            if (back.contains(change.path())) {
                continue;
            }
            if (!change.isOfFolder()) {
                account.changed().add(change.path().shown(), change.hashBefore());
            }
            change.lost()
                    .ifPresent(reason ->
                            account.log()
                                    .append(
                                            new Event.Warned(
                                                    "the command changed %s, which 'kiro undo' cannot bring back: it %s"
                                                            .formatted(change.path(), reason))));
        }
    }

    /// What commands in the background have done against the rules since it was asked last; empty where nothing.
    Optional<String> background(Account account) throws InterruptedException {
        var told = new Told();
        settleBackground("background", account, told);
        return told.text();
    }

    /// @return what is known from here on
    private CommandWatch.Before settle(
            String id, CommandWatch.Before before, Account account, Told told)
            throws InterruptedException {
        CommandWatch.Found found = watch.find(before);
        return before.after(found.made()).after(process(id, found, account, told));
    }

    /// @return what was done to the files after the command
    private List<FileChange> process(
            String id, CommandWatch.Found found, Account account, Told told) {
        if (found.changes().isEmpty()) {
            return List.of();
        }
        account.log().append(new Event.FilesChanged(id, FileMarks.ofCommand(found.changes())));
        var corrected = new ArrayList<FileChange>();
        List<FileChange> open = takeBack(found.made(), corrected, account, told);
        corrected.addAll(correct(found, open, account, told));
        if (!corrected.isEmpty()) {
            account.log().append(new Event.FilesChanged(id, FileMarks.of(corrected)));
        }
        Set<WorkspacePath> back =
                corrected.stream()
                        .filter(change ->
                                found.made().stream()
                                        .anyMatch(made ->
                                                made.path().equals(change.path())
                                                        && made.before().equals(change.after())))
                        .map(FileChange::path)
                        .collect(Collectors.toUnmodifiableSet());
        record(found, account, back);
        return corrected;
    }

    /// Repairs what a command has made of files, or takes it back, until what is left keeps to the rules.
    ///
    /// @return what was done to the files
    private List<FileChange> correct(
            CommandWatch.Found found, List<FileChange> open, Account account, Told told) {
        var corrected = new ArrayList<FileChange>();
        var left = new ArrayList<>(open);
        while (!left.isEmpty()) {
            switch (rules.ofCommand(left)) {
                case WriteRules.Ruling.Kept _ -> {
                    return corrected;
                }
                case WriteRules.Ruling.Repaired(List<FileChange> changes, List<String> notes) -> {
                    List<FileChange> repairs =
                            changes.stream()
                                    .filter(change -> !left.contains(change))
                                    .map(change -> onto(change, left))
                                    .toList();
                    List<String> problems = put(repairs, corrected);
                    notes.forEach(note -> told.repaired("after the command: " + note));
                    problems.forEach(told::repaired);
                    return corrected;
                }
                case WriteRules.Ruling.Refused no -> {
                    List<FileChange> bad =
                            left.stream()
                                    .filter(change -> no.files().contains(change.path()))
                                    .toList();
                    List<FileChange> back = bad.isEmpty() ? List.copyOf(left) : bad;
                    List<String> problems =
                            put(back.stream().map(CommandEffects::reverse).toList(), corrected);
                    told.refused(text(no, back, problems, found));
                    account.undone()
                            .notMade(
                                    new Effect.Change(back),
                                    no.headline(),
                                    UndoneCall.Cause.FAILED);
                    account.log().append(new Event.Warned(warning(no, back, problems)));
                    left.removeAll(back);
                }
            }
        }
        return corrected;
    }

    /// What a command has made of files that rules keep from it, whatever its line said.
    ///
    /// @return the other changes
    private List<FileChange> takeBack(
            List<FileChange> made, List<FileChange> corrected, Account account, Told told) {
        var left = new ArrayList<>(made);
        for (FileChange change : made) {
            Optional<PermissionRule> rule = account.closed().toWriting(change.path().value());
            if (rule.isPresent()) {
                List<String> problems = put(List.of(reverse(change)), corrected);
                String why =
                        "the rule '%s' in %s keeps %s from commands"
                                .formatted(rule.get(), rule.get().place(), change.path());
                told.refused(
                        "taken back: what the command made of %s, since %s. %s"
                                .formatted(change.path(), why, String.join("; ", problems))
                                .strip());
                account.undone()
                        .notMade(
                                new Effect.Change(List.of(change)),
                                why,
                                UndoneCall.Cause.FORBIDDEN);
                account.log().append(new Event.Warned("taken back after a command, since " + why));
                left.remove(change);
            }
        }
        return left;
    }

    private static FileChange reverse(FileChange change) {
        return new FileChange(change.path(), change.after(), change.before());
    }

    /// The repair of a file, from what the command has made of it.
    private static FileChange onto(FileChange repaired, List<FileChange> made) {
        return made.stream()
                .filter(each -> each.path().equals(repaired.path()))
                .findFirst()
                .map(each -> new FileChange(each.path(), each.after(), repaired.after()))
                .orElse(repaired);
    }

    /// Each file on its own, so that one that somebody has changed since keeps none of the others.
    ///
    /// @return what could not be done
    private List<String> put(List<FileChange> changes, List<FileChange> done) {
        var problems = new ArrayList<String>();
        for (FileChange change : changes) {
            switch (watch.put(change)) {
                case JournalResult.Applied _ -> done.add(change);
                case JournalResult.NotApplied(String reason) ->
                        problems.add("it was left as it is: " + reason);
                case JournalResult.LeftBroken(String reason, List<WorkspacePath> _) ->
                        problems.add("it could not be put back: " + reason);
            }
        }
        return problems;
    }

    private static String text(
            WriteRules.Ruling.Refused no,
            List<FileChange> back,
            List<String> problems,
            CommandWatch.Found found) {
        var lines = new ArrayList<String>();
        lines.add("taken back: " + no.headline());
        lines.add(no.places());
        lines.add("What the command made of %s was taken back after it.".formatted(names(back)));
        lines.addAll(problems);
        var others = new HashSet<>(found.made());
        others.removeAll(back);
        if (!others.isEmpty()) {
            lines.add(
                    "The rest of what it changed is looked at without it, and stays where it keeps to the rules.");
        }
        if (found.hasCommitted()) {
            lines.add(
                    "Another commit is the current one than before: where it has this, amend it.");
        }
        lines.add("Make the change so that it keeps to the rules.");
        return String.join("\n", lines);
    }

    private static String names(List<FileChange> changes) {
        return String.join(", ", changes.stream().map(each -> each.path().value()).toList());
    }

    private static String warning(
            WriteRules.Ruling.Refused no, List<FileChange> back, List<String> problems) {
        return "what a command made of %s was taken back, since %s; it is kept in the session's folder, in journal/before/%s%s"
                .formatted(
                        names(back),
                        no.headline(),
                        String.join(
                                ", ",
                                back.stream()
                                        .flatMap(each -> each.after().mark().stream())
                                        .map(hash -> hash.hex())
                                        .toList()),
                        problems.isEmpty() ? "" : "; " + String.join("; ", problems));
    }
}
