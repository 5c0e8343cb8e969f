package kiro.edit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.text.TextDocument;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Works out what edits do to files, and changes none. A text that is to be replaced must be found once;
/// line ends, byte order mark and mode of a file are kept.
public final class PatchEngine {
    private static final String TOO_LARGE =
            "the content is larger than " + (Opened.MAX_BYTES >> 20) + " MiB";

    static final String NO_FILE = "it is no file: change the one that it leads to, or one in it";

    private final StateReader states;

    public PatchEngine(WorkspaceFiles files) {
        this.states = new StateReader(files);
    }

    /// Replaces the only place where `oldText` stands. An empty one stands for a file that is not there, or
    /// is empty.
    public EditResult replace(WorkspacePath path, String oldText, String newText)
            throws IOException {
        return switch (states.at(path)) {
            case FileState.Absent absent when oldText.isEmpty() ->
                    planned(path, absent, newText, false);
            case FileState.Absent _ -> refused(path, "there is no such file");
            case FileState.Link _, FileState.EmptyFolder _ -> refused(path, NO_FILE);
            case FileState.Present present -> replace(path, present, oldText, newText);
        };
    }

    private static EditResult replace(
            WorkspacePath path, FileState.Present before, String oldText, String newText) {
        return switch (Opened.of(before)) {
            case Opened.Unfit unfit -> refused(path, unfit.why());
            case Opened.Text text ->
                    switch (new Replacement(text.document(), oldText, newText).make()) {
                        case TextEdit.Unfit unfit -> refused(path, unfit.why());
                        case TextEdit.Made made ->
                                changed(path, before, made.document(), made.notes());
                    };
        };
    }

    /// Gives a file this content, whether it is there or not. A content with line feeds alone takes the
    /// line ends and the byte order mark of the file that is there.
    public EditResult write(WorkspacePath path, String content) throws IOException {
        return switch (states.at(path)) {
            case FileState.Absent absent -> planned(path, absent, content, false);
            case FileState.Link _, FileState.EmptyFolder _ -> refused(path, NO_FILE);
            case FileState.Present present ->
                    switch (Opened.of(present)) {
                        case Opened.Unfit unfit -> refused(path, unfit.why());
                        case Opened.Text text ->
                                changed(
                                        path,
                                        present,
                                        likeness(text.document(), content),
                                        List.of());
                    };
        };
    }

    private static TextDocument likeness(TextDocument document, String content) {
        TextDocument written =
                TextDocument.of(
                        content.indexOf('\r') < 0
                                ? content.replace("\n", document.lineEnd())
                                : content);
        return document.hasByteOrderMark() || !written.hasByteOrderMark()
                ? document.withLines(written.lines())
                : written;
    }

    /// Applies a patch of the form `*** Begin Patch` ... `*** End Patch` over any number of files, all
    /// or nothing.
    ///
    /// @param paths the workspace path that a path of the patch means; empty when it leads outside
    public EditResult patch(String patch, Function<String, Optional<WorkspacePath>> paths)
            throws IOException {
        return switch (PatchReader.read(patch)) {
            case PatchReading.Malformed malformed -> new EditResult.Refused(malformed.why());
            case PatchReading.Read read -> new PatchPlanner(states, paths).plan(read.sections());
        };
    }

    private static EditResult planned(
            WorkspacePath path, FileState before, String content, boolean isExecutable) {
        byte[] bytes = StateReader.utf8(content);
        if (bytes.length > Opened.MAX_BYTES) {
            return refused(path, TOO_LARGE);
        }
        FileState after = FileState.Present.of(bytes, isExecutable);
        return after.equals(before)
                ? refused(path, "the file already says exactly that")
                : new EditResult.Planned(List.of(new FileChange(path, before, after)), List.of());
    }

    private static EditResult changed(
            WorkspacePath path,
            FileState.Present before,
            TextDocument document,
            List<String> notes) {
        Optional<String> unwritable = Opened.unwritable(document);
        if (unwritable.isPresent()) {
            return refused(path, unwritable.get());
        }
        byte[] bytes = document.bytes();
        if (bytes.length > Opened.MAX_BYTES) {
            return refused(path, TOO_LARGE);
        }
        FileState after = before.withBytes(bytes);
        return after.equals(before)
                ? refused(path, "the file already says exactly that")
                : new EditResult.Planned(List.of(new FileChange(path, before, after)), notes);
    }

    private static EditResult refused(WorkspacePath path, String why) {
        return new EditResult.Refused(path + ": " + why);
    }
}
