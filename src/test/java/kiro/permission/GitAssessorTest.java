package kiro.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("permissions#AC-7")
class GitAssessorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status                          | SMALL",
                "log --oneline -5                | SMALL",
                "diff HEAD~1                     | SMALL",
                "show HEAD:src/a.txt             | SMALL",
                "--version                       | SMALL",
                "diff --output=.git/hooks/x      | PERSONAL",
                "diff --outp=x                   | PERSONAL",
                "log --ext-diff                  | PERSONAL",
                "add -A                          | NOTABLE",
                "commit -m x                     | NOTABLE",
                "commit --amend --no-edit        | PERSONAL",
                "commit --am                     | PERSONAL",
                "switch -c feature               | NOTABLE",
                "checkout -b feature             | NOTABLE",
                "checkout main                   | NOTABLE",
                "checkout -- src                 | PERSONAL",
                "checkout .                      | PERSONAL",
                "checkout HEAD src/a.txt         | PERSONAL",
                "checkout -f main                | PERSONAL",
                "switch --discard-changes main   | PERSONAL",
                "restore src                     | PERSONAL",
                "reset                           | NOTABLE",
                "reset --soft HEAD~1             | NOTABLE",
                "reset --hard                    | PERSONAL",
                "reset --har HEAD                | PERSONAL",
                "clean -fdx                      | PERSONAL",
                "stash                           | NOTABLE",
                "stash drop                      | PERSONAL",
                "branch feature                  | NOTABLE",
                "branch -D feature               | PERSONAL",
                "tag --delete v1                 | PERSONAL",
                "rebase main                     | PERSONAL",
                "filter-branch --all             | PERSONAL",
                "reflog expire --all             | PERSONAL",
                "rm a.txt                        | GRAVE",
                "rm -rf src                      | PERSONAL",
                "pull                            | GRAVE",
                "fetch                           | NOTABLE",
                "fetch origin main               | NOTABLE",
                "fetch --upload-pack=evil .      | PERSONAL",
                "fetch --upload-p evil origin    | PERSONAL",
                "fetch https://a.example/x       | PERSONAL",
                "fetch a.example:x               | PERSONAL",
                "fetch data@a.example:x          | PERSONAL",
                "fetch host:x                    | PERSONAL",
                "fetch --depth 1 a.example:x     | PERSONAL",
                "fetch --depth 1 origin main     | NOTABLE",
                "fetch origin main:other         | NOTABLE",
                "fetch origin +refs/heads/*:refs/remotes/origin/* | NOTABLE",
                "pull a.example:x                | PERSONAL",
                "pull https://a.example/x        | PERSONAL",
                "pull origin main                | GRAVE",
                "init                            | NOTABLE",
                "init --template=mine sub        | PERSONAL",
                "push                            | PERSONAL",
                "push origin main                | PERSONAL",
                "push --force                    | FORBIDDEN",
                "push --forc                     | FORBIDDEN",
                "push --force-with-lease         | FORBIDDEN",
                "push -uf origin main            | FORBIDDEN",
                "push origin +main               | FORBIDDEN",
                "push origin :main               | FORBIDDEN",
                "push --delete origin main       | FORBIDDEN",
                "push --mirror                   | FORBIDDEN",
                "config core.hooksPath x         | PERSONAL",
                "remote set-url origin x         | PERSONAL",
                "-C .. status                    | NOTABLE",
                "-C .. commit -m x               | PERSONAL",
                "-C sub status                   | SMALL",
                "-c color.ui=never --no-pager log | SMALL",
                "-C $X log                       | NOTABLE",
                "-c alias.st=!sh st              | PERSONAL",
                "frobnicate                      | PERSONAL"
            })
    void what_a_git_command_could_do(String line, Concern concern) {
        assertThat(GitAssessor.of(List.of(line.split(" "))).concern()).isEqualTo(concern);
    }
}
