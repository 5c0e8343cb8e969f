package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitCallReaderTest {
    private static GitCall read(String line) {
        return GitCallReader.read(Arrays.asList(line.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "status --short --branch",
                "diff",
                "diff --stat HEAD~1 -- src/App.java",
                "diff -U5 --cached",
                "diff --text",
                "log --oneline -n 5",
                "log -5 --format=%h main..feature/x",
                "log -S /api/users",
                "log -L10,20:src/App.java",
                "show HEAD:src/App.java",
                "show HEAD~2 --stat",
                "branch",
                "branch --list feature/*",
                "branch -a -vv",
                "branch --contains abc",
                "tag -l v1*",
                "remote -v",
                "stash list",
                "rev-parse --abbrev-ref HEAD",
                "rev-parse --git-dir",
                "ls-files -m",
                "blame -L 1,10 src/App.java"
            })
    @Tag("tools#AC-11")
    void commands_that_look_are_readings(String line) {
        assertThat(read(line)).isInstanceOf(GitCall.Reading.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit -m message",
                "commit -m /a/path/in/a/message",
                "commit -m --output",
                "add -A",
                "branch feature/x",
                "branch -v feature/x",
                "branch -D old",
                "branch --set-upstream-to=origin/main",
                "tag v1",
                "stash",
                "stash pop",
                "switch -c feature/x",
                "checkout -b x",
                "reset --hard HEAD~1",
                "rebase main",
                "push origin main",
                "remote add origin https://example.com/x.git",
                "log --format=%G?",
                "log --unknown-option",
                "blame --show-stats a"
            })
    @Tag("tools#AC-11")
    void everything_else_that_is_offered_may_change_the_repository(String line) {
        assertThat(read(line)).isInstanceOf(GitCall.Changing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-c core.pager=evil log",
                "-C /tmp status",
                "--git-dir=/x status",
                "--exec-path=/tmp status",
                "-p log",
                "diff --output=/tmp/x",
                "diff --outp=x",
                "log --output x",
                "diff --ext-diff",
                "diff --ext-d",
                "log --textconv -p",
                "diff --no-index /etc/passwd x",
                "diff --no-ind a b",
                "diff /dev/null /etc/passwd",
                "diff -- a ../b",
                "show --show-signature",
                "fetch --upload-pack=evil origin",
                "fetch --upload-p evil",
                "push --receive-pack=evil",
                "push --exec=evil",
                "rebase -x evil main",
                "rebase -ix evil main",
                "rebase --exec evil main",
                "commit -F /etc/passwd",
                "commit -F/etc/passwd",
                "commit --file=/etc/passwd",
                "commit --template=x",
                "commit -aF/etc/passwd",
                "commit -qF notes.txt",
                "commit -t/etc/passwd",
                "commit --file notes.txt",
                "tag -aF/etc/passwd v1",
                "merge -F notes.txt x",
                "blame -S notes.txt a.txt",
                "blame -S/etc/passwd a.txt",
                "blame --contents notes.txt a.txt",
                "blame --ignore-revs-file=x a.txt",
                "ls-files -X notes.txt",
                "add --pathspec-from-file=notes.txt",
                "push file:///tmp/x main",
                "checkout --recurse-submodules x",
                "diff --submodule=diff",
                "add ../../x",
                "init --separate-git-dir=x",
                "clone https://example.com/x",
                "config core.fsmonitor evil",
                "config alias.x !evil",
                "difftool",
                "bisect run evil",
                "submodule foreach evil",
                "filter-branch --tree-filter evil",
                "grep -O evil",
                "show HEAD:.env",
                "blame id_rsa",
                "diff -- certificates/server.pem"
            })
    @Tag("tools#AC-11")
    void what_runs_programs_writes_elsewhere_or_leads_out_is_refused(String line) {
        assertThat(read(line)).isInstanceOf(GitCall.Refused.class);
    }

    @Test
    @Tag("tools#AC-11")
    void a_reading_runs_without_pager_locks_and_programs_of_the_settings() {
        assertThat(read("diff --stat"))
                .isEqualTo(
                        new GitCall.Reading(
                                List.of(
                                        "--no-optional-locks",
                                        "--no-pager",
                                        "-c",
                                        "core.fsmonitor=false",
                                        "-c",
                                        "core.editor=true",
                                        "-c",
                                        "sequence.editor=true",
                                        "diff",
                                        "--no-ext-diff",
                                        "--no-textconv",
                                        "--ignore-submodules=dirty",
                                        "--stat")));
    }

    @Test
    void the_word_after_two_dashes_is_a_path_whatever_it_looks_like() {
        assertThat(read("add -- --output")).isInstanceOf(GitCall.Changing.class);
    }
}
