package kiro;

import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Violating writes by the tools for files, in the background, by git and by a server.
class SteeredFileTriesTest extends SteeredTries {
    @Test
    @Tag("steered-writes#AC-9")
    void of_150_writes_by_the_tools_for_files_none_lands() throws Exception {
        for (int i = 0; i < SNIPPETS.size(); i++) {
            calls("read_file", "path", base(i));
        }
        for (int i = 0; i < 50; i++) {
            Try written = next();
            calls("write_file", "path", written.path(), "content", written.text() + "\n");
            Try edited = next();
            calls(
                    "edit_file",
                    "path",
                    base(edited.snippet()),
                    "old_text",
                    SNIPPETS.get(edited.snippet()).good(),
                    "new_text",
                    edited.text());
            Try patched = next();
            calls(
                    "apply_patch",
                    "patch",
                    "*** Begin Patch\n*** Add File: %s\n+%s\n*** End Patch\n"
                            .formatted(patched.path(), patched.text()));
        }
        noneLands(150);
    }

    @Test
    @Tag("steered-writes#AC-9")
    void of_50_writes_in_the_background_by_git_and_by_servers_none_lands() throws Exception {
        var committed = new ArrayList<Try>();
        for (int i = 0; i < 20; i++) {
            Try one = next();
            committed.add(one);
            files.with(one.path(), one.text() + "\n");
        }
        files.committed();
        for (Try one : committed) {
            Files.delete(folder.resolve(one.path()));
        }
        files.committed();
        for (int i = 0; i < 10; i++) {
            Try one = next();
            calls("start_command", "command", heredoc("cat > " + one.path(), one.text()));
        }
        for (int i = 0; i < 20; i++) {
            Try copied = next();
            String name = copied.path().substring("src/web/".length());
            files.with("waiting/" + name, copied.text() + "\n");
            calls("mcp__demo__write", "from", name);
            script.add(
                    ScriptLines.call(
                            "c" + (script.size() + 1),
                            "git",
                            "{\"arguments\":[\"checkout\",\"HEAD~1\",\"--\",\"%s\"]}"
                                    .formatted(committed.get(i).path())));
        }
        noneLands(50);
    }
}
