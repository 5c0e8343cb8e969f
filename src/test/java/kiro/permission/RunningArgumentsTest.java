package kiro.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that run a program which stands in their arguments.
@Tag("permissions#AC-26")
class RunningArgumentsTest {
    private static final Path ROOT = Path.of("/srv/project");

    /// Each runs `git push --force`, or `sudo`, which is forbidden, and is found in it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "prlimit --nofile=10 git push --force",
                "prlimit -n10 -- git push --force",
                "setarch -R git push --force",
                "setarch x86_64 -R git push --force",
                "linux32 git push --force",
                "xvfb-run git push --force",
                "xvfb-run -a -s '-screen 0 800x600x24' git push --force",
                "xvfb-run --auto-servernum --server-args='-x' git push --force",
                "ssh-agent git push --force",
                "ssh-agent sh -c 'git push --force'",
                "dbus-run-session git push --force",
                "dbus-run-session -- sudo ls",
                "direnv exec . git push --force",
                "chronic git push --force",
                "chronic -v git push --force",
                "unbuffer git push --force",
                "fakeroot git push --force",
                "eatmydata git push --force",
                "faketime '2020-01-01' git push --force",
                "valgrind --leak-check=full git push --force",
                "systemd-inhibit --what=sleep git push --force",
                "poetry run git push --force",
                "pipenv run git push --force",
                "uv run git push --force",
                "bundle exec git push --force",
                "mise exec -- git push --force",
                "npm exec -- git push --force",
                "pnpm exec git push --force",
                "yarn exec git push --force",
                "dotenv -- git push --force",
                "cross-env A=1 git push --force",
                "op run -- git push --force",
                "hyperfine 'git push --force'",
                "concurrently 'ls' 'git push --force'",
                "nice prlimit --nofile=1 chronic timeout 5 git push --force"
            })
    void what_they_run_is_judged(String line) {
        assertThat(concern(line)).isEqualTo(Concern.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prlimit --pid 1 --nofile=1",
                "setarch --unknown x",
                "xvfb-run --xauth-protocol . npm test",
                "ssh-agent -x y z",
                "direnv allow",
                "sed '1e touch x' a.txt",
                "sed -n '1e touch x' a.txt",
                "sed 'e' a.txt",
                "sed -e 's/a/b/' -e '$e touch x' a.txt",
                "sed 's/a/touch x/e' a.txt",
                "sed 's/a/b/ge;p' a.txt",
                "sed 's|a|b|2e' a.txt",
                "sed '/a/{e touch x\n}' a.txt",
                "sed --expression='1e touch x' a.txt",
                "sed --expr='1e touch x' a.txt",
                "sed -ne '1e touch x' a.txt",
                "sed -n '1w /tmp/x' a.txt",
                "sed 's/a/b/w other.txt' a.txt",
                "sed \"$X\" a.txt",
                "sed '1!e touch x' a.txt",
                "sed 's/[/]/x/;e touch x' a.txt",
                "sed 'y/ab/cd/;e touch x' a.txt",
                "awk 'BEGIN { system(\"touch x\") }'",
                "awk 'BEGIN { system (\"touch x\") }'",
                "awk 'BEGIN { \"date\" | getline d; print d }'",
                "awk '{ print | \"sh\" }' a.txt",
                "awk '{ print |& \"sh\" }' a.txt",
                "gawk -i inplace '{ print }' a.txt",
                "gawk '@load \"x\"; { print }' a.txt",
                "awk '{ print > \"/tmp/x\" }' a.txt",
                "awk \"$X\" a.txt",
                "awk -v x=1 'BEGIN { system(x) }'",
                "make SHELL='sh -c evil'",
                "make --eval='$(shell touch x)'",
                "make --ev='$(shell touch x)'",
                "make A='$(shell touch x)'",
                "make CC='touch x #'",
                "script -c 'touch x'",
                "parallel touch ::: x",
                "entr touch x",
                "watchexec touch x",
                "nodemon --exec 'touch x'",
                "git -c alias.x='!touch x' x",
                "git -c core.pager='touch x' log",
                "git pull --upload-pack='touch x' .",
                "git pull --uplo='touch x' .",
                "tar --to-command='touch x' -xf a.tar",
                "tar --to-com='touch x' -xf a.tar",
                "tar --checkpoint=1 --checkpoint-ac=exec=x -cf a.tar .",
                "tar -I 'touch x' -cf a.tar .",
                "tar -cIf x a.tar .",
                "tar cIf x a.tar .",
                "tar -F x -cf a.tar .",
                "tar --new-volume-scr=x -cf a.tar .",
                "tar --rsh-command=x -cf h:a.tar .",
                "rsync -e 'touch x' a b",
                "rsync -e'touch x' a b",
                "rsync -ave x a b",
                "rsync --rsync-path=x a b",
                "ssh -o ProxyCommand='touch x' h",
                "vim -c '!touch x'",
                "vim -es '+!touch x' a.txt",
                "nvim --headless -c q",
                "ex -s a.txt",
                "printf '!touch x\\n' | ed a.txt",
                "ed -s a.txt <<'E'\n!touch x\nE",
                "ed -s a.txt <<'E'\nr !touch x\nE",
                "ed -s a.txt",
                "man -P 'touch x' ls",
                "man -P'touch x' ls",
                "man --pager='touch x' ls",
                "man -Htouch ls",
                "less '+!touch x' a.txt",
                "more +/x a.txt",
                "split --filter='touch x' a.txt",
                "split --filt='touch x' a.txt",
                "sort --compress-prog=x a.txt",
                "install --strip-program=x -s a b",
                "rg --pre=x a",
                "fd a -xtouch",
                "zip -TT 'touch x' a.zip b",
                "wget --use-askpass=x http://localhost/",
                "gdb -batch -ex 'shell touch x'",
                "sqlite3 a.db '.shell touch x'",
                "sqlite3 a.db '.system touch x'",
                "sqlite3 a.db <<'E'\n.shell touch x\nE",
                "psql -c '\\! touch x'",
                "mvn exec:exec -Dexec.executable=touch",
                "cmake -E env touch x",
                "open -a Terminal x",
                "xdg-open x",
                "dbus-send --print-reply x",
                "sed -i s/a/b/ /etc/x",
                "sed --in-place=.bak s/a/b/ /etc/x",
                "sed -ni s/a/b/ ../x",
                "sed -e s/a/b/ -i /etc/x",
                "find . -fprint pom.xml -fprintf /etc/x a"
            })
    void what_cannot_be_seen_in_them_is_asked_about(String line) {
        assertThat(concern(line)).isGreaterThanOrEqualTo(Concern.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed -i 's/a/b/g' src/a.txt",
                "sed -i.bak 's/east/west/; s|e|f|' src/a.txt",
                "sed -n '/start/,/end/p' a.txt",
                "sed -E 's/^(.*)e$/\\1/;/^$/d' a.txt",
                "sed '1,3d;$!N;P;D' a.txt",
                "sed -n -e '1p' -e '$=' a.txt",
                "sed '/x/a\\\nnew line' a.txt",
                "sed '2i new e line' a.txt",
                "sed 's/a/b/Ig' a.txt",
                "sed 's,w,e,' a.txt",
                "sed 's/\\/e/x/' a.txt",
                "sed ':a;N;$!ba;s/\\n/ /g' a.txt",
                "sed '/^#/!{s/a/b/;s/c/d/}' a.txt",
                "sed \"s/a/$B/\" a.txt",
                "sed -i '' 's/a/b/' a.txt",
                "sed '/a/d' /srv/project/a.txt",
                "sed 3q a.txt",
                "awk '{ print $1 }' a.txt",
                "awk -F: '$3 > 10 && /x|y/ { n += $2 } END { print n }' a.txt",
                "awk -F'|' '{ print $2 }' a.txt",
                "make",
                "make test CFLAGS=-O2 V=1",
                "tar -czf a.tgz src",
                "tar xf a.tar --exclude=x",
                "rsync -av --delete src/ dest/",
                "less a.txt",
                "split -l 10 a.txt",
                "ed -s a.txt <<'E'\n,s/a/b/\nw\nq\nE",
                "sqlite3 a.db 'select 1'",
                "xvfb-run -a npm test",
                "dbus-run-session -- npm test",
                "poetry run pytest -q",
                "uv run pytest",
                "prlimit --nofile=10 npm test",
                "hyperfine 'ls' 'npm test'",
                "valgrind --leak-check=full ./a.out"
            })
    void what_is_seen_to_run_nothing_else_is_no_matter_for_a_person(String line) {
        assertThat(concern(line)).isLessThan(Concern.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "find . -name x -fprint pom.xml",
                "find . -fprintf pom.xml x",
                "find . -fls pom.xml",
                "sort -o pom.xml a.txt",
                "sort -opom.xml a.txt",
                "sort --output=pom.xml a.txt",
                "tree -o pom.xml"
            })
    void the_file_that_an_option_writes_is_judged(String line) {
        assertThat(concern(line)).isEqualTo(Concern.GRAVE);
    }

    private static Concern concern(String line) {
        return CommandAssessor.assess(line, ROOT).concern();
    }
}
