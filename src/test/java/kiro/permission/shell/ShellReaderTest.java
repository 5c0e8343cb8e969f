package kiro.permission.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellReaderTest {
    /// `§` stands for the end of a line, `*` before a word for one that is made as it runs.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "ls -l | ls,-l",
                "a 'b c' \"d e\" | a,b c,d e",
                "a; b & c && d ¦¦ e | a ; b ; c ; d ; e",
                "a ¦ b ¦& c | a ; b ; c",
                "(a; b) | a ; b",
                "{ a; b; } | a ; b",
                "! a | a",
                "time a | a",
                "time -p a | a",
                "X=1 Y=2 a b | a,b",
                "X=1 | (nothing)",
                "if a; then b; elif c; then d; else e; fi | a ; b ; c ; d ; e",
                "while a; do b; done | a ; b",
                "until a; do b; done | a ; b",
                "for x in 1 2; do a $x; done | a,*$x",
                "for x; do a; done | a",
                "for ((i=0; i<3; i++)); do a; done | a",
                "select x in 1 2; do a; done | a",
                "case $x in (a) b;; c¦d) e;& *) f; esac | b ; e ; f",
                "case x in esac | (nothing)",
                "f() { a; }; f | a ; f",
                "f() ( a ) | a",
                "function f { a; } | a",
                "function f() { a; } | a",
                "a $(b) | b ; a,*$(b)",
                "a \"x $(b \"$(c)\") y\" | c ; b,*$(c) ; a,*x $(b \"$(c)\") y",
                "a `b` | b ; a,*`b`",
                "a `b \\`c\\`` | c ; b,*`c` ; a,*`b \\`c\\``",
                "a <(b) >(c) | b ; c ; a,*<(b),*>(c)",
                "a ${x} ${x:-$(b)} ${#x} ${x%.*} ${x:1:2} | b ; a,*${x},*${x:-$(b)},*${#x},*${x%.*},*${x:1:2}",
                "a $((1 + 2)) | a,*$((1 + 2))",
                "i=0; i=$((i+1)); a $i | a,*$i ; (nothing)",
                "a $( (b); (c) ) | b ; c ; a,*$( (b); (c) )",
                "a $((b); (c)) | b ; c ; a,*$((b); (c))",
                "a x#y #b | a,x#y",
                "a \\§ b | a,b",
                "a 'it'\\''s' | a,it's",
                "a ''  | a,",
                "a {b,c}d | a,{b,c}d,bd,cd",
                "a {b,{c,d}} | a,{b,{c,d}},b,c,d",
                "a '{b,c}' {} HEAD@{1} | a,{b,c},{},HEAD@{1}",
                "a $'x\\ty' | a,*x\ty",
                "a=(1 $(b)); c | b ; c",
                "a[0]=1 b | b",
                "export A=1 B=2 | export,A=1,B=2",
                "[[ -f x && $y == z ]] && a | [[,-f,x,*$y,==,z,]] ; a",
                "[[ $x =~ ^(a¦b)$ ]] | [[,*$x,]]",
                "[ -f x ] && a | [,-f,x,] ; a",
                "a <<E§text§E | a",
                "a <<E§$(b)§E§c | a ; b ; c",
                "a <<'E'§$(b)§E§c | a ; c",
                "a <<-E¦ b§\ttext§\tE | a ; b",
                "sh <<E§a§b§E | a ; b",
                "bash <<< 'a b' | a,b",
                "env -i A=1 a b | a,b",
                "env -u X a | a",
                "nohup nice -n 5 timeout -k 1 10s a b | a,b",
                "nice -5 a | a",
                "timeout --signal=KILL 5 a | a",
                "ionice -c2 -n7 a | a",
                "stdbuf -oL a | a",
                "taskset -c 0 a | a",
                "flock /tmp/l a b | a,b",
                "flock /tmp/l -c 'a; b' | a ; b",
                "watch -n1 'a; b' | a ; b",
                "setsid -f a | a",
                "exec a b | a,b",
                "exec -a n a | a",
                "command a | a",
                "command -v a | command,-v,a",
                "builtin a | a",
                "busybox sh -c a | a",
                "sudo -u x a b | sudo,-u,x,a,b ; a,b",
                "doas a | doas,a ; a",
                "sh -c 'a; b' x y | a ; b",
                "bash -lc \"a && b\" | a ; b",
                "bash -o pipefail -ec 'a ¦ b' | a ; b",
                "bash --norc -c -e 'a' | a",
                "sh -c \"sh -c 'a'\" | a",
                "sh script.sh a | sh,script.sh,a",
                "eval a 'b; c' | a,b ; c",
                "trap 'a; b' EXIT | a ; b",
                "trap - EXIT | trap,-,EXIT",
                "xargs a | a,*{}",
                "xargs -0 -n 1 -P4 a b | a,b,*{}",
                "xargs -I % sh -c 'a %' | sh,-c,*a %",
                "xargs -I{} a x{} b | a,*x{},b",
                "xargs | xargs",
                "find . -name x -exec a {} \\; -print | find,.,-name,x,-print ; a,*{}",
                "find . -execdir a {} + -exec sh -c 'b {}' \\; | find,. ; a,*{} ; sh,-c,*b {}",
                "env A=1 sudo timeout 5 sh -c 'xargs a' | sudo,timeout,5,sh,-c,xargs a ; a,*{}"
            })
    @Tag("shell-lines#AC-1")
    @Tag("shell-lines#AC-2")
    void a_line_is_read_as_the_commands_that_it_runs(String line, String expected) {
        assertThat(shown(line.replace('§', '\n').replace('¦', '|')))
                .isEqualTo(expected.replace(" ; (nothing)", "").replace("(nothing)", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'open",
                "echo \"open",
                "echo `open",
                "echo $(open",
                "echo ${open",
                "(ls",
                "{ ls",
                "ls )",
                "ls }  )",
                "if ls; then",
                "if ls; fi",
                "for x in a; done",
                "while do done",
                "case x in",
                "case x in a b) ls;; esac",
                "ls ;; ls",
                "ls && && ls",
                "| ls",
                "ls |",
                "&& ls",
                "ls &&",
                "f() {",
                "f() ls; }",
                "f( a",
                "a (b)",
                "x=()1 p4",
                "cat <<E\nno end",
                "ls >",
                "ls > a > ",
                "ls\r",
                "ls\u0000",
                "ls \u202e",
                "ls\u00a0-l",
                "ls \u200b",
                "ls \udb40\udc61",
                "$x a",
                "`a` b",
                "\"$x\" a",
                "l?s",
                "{rm,-rf,x}",
                "coproc ls",
                "alias ls=rm",
                "hash -p /x ls",
                "enable -f a b",
                "shopt -s x",
                "let x=1",
                "let 'a[$(ls)]=1'",
                "echo $((a[$(ls)]))",
                "echo $((x))",
                "x=$(ls); echo $((x))",
                "x=1; read x; echo $((x))",
                "[[ $x -eq 1 ]]",
                "echo ${x@P}",
                "echo ${a[$(ls)]}",
                "echo ${x:$y}",
                "echo $[1+1]",
                "((rm x))",
                "((x = y > z))",
                "f() { f; }",
                "f() { ls | f & }; f",
                ":(){ :|:& };:",
                "ls &> x rm y",
                "cat <<E\na \\\nE\nb\nE",
                "i\\\nf ls; then rm; fi",
                "r\\\nm x",
                "PATH=/x ls",
                "LD_PRELOAD=/x ls",
                "GIT_SSH_COMMAND=x git fetch",
                "env PATH=/x ls",
                "export PATH=/x",
                "IFS=x ls",
                "BASH_ENV=x bash -c ls",
                "env -S 'rm x'",
                "env -C / rm x",
                "xargs --unknown x rm",
                "timeout --what 5 rm",
                "nice --x rm",
                "sh --rcfile x -c ls",
                "fish -c 'rm x'",
                "zsh -c 'repeat 3 rm x'",
                "pwsh -c ls",
                "find . -exec",
                "echo $'\\x41'",
                "[[ a =~ b|rm ]]",
                "echo {a,b}{c,d}{e,f}{g,h}{i,j}{k,l}{m,n}",
                "echo \\"
            })
    @Tag("shell-lines#AC-3")
    void what_is_not_understood_is_said(String line) {
        assertThat(ShellReader.read(line)).isInstanceOf(ShellReading.Unreadable.class);
    }

    @Test
    @Tag("shell-lines#AC-3")
    void nothing_is_read_without_end() {
        assertThat(ShellReader.read("echo $(".repeat(50) + "ls" + ")".repeat(50)))
                .isEqualTo(new ShellReading.Unreadable("commands within commands within commands"));
        assertThat(ShellReader.read("$((".repeat(5_000)))
                .isInstanceOf(ShellReading.Unreadable.class);
        assertThat(ShellReader.read("(".repeat(20_000)))
                .isInstanceOf(ShellReading.Unreadable.class);
        assertThat(ShellReader.read("{".repeat(20_000) + "}".repeat(9_000)))
                .isInstanceOf(ShellReading.Unreadable.class);
        assertThat(ShellReader.read("if ".repeat(9_000)))
                .isInstanceOf(ShellReading.Unreadable.class);
        assertThat(ShellReader.read("x".repeat(30_001)))
                .isEqualTo(new ShellReading.Unreadable("more than 30,000 characters"));
    }

    @Test
    @Tag("shell-lines#AC-4")
    void redirections_name_the_files_that_are_read_and_written() {
        assertThat(flows("a <i >o 2>>e 3<>b &>both")).isEqualTo("[i] [o, e, b, both]");
        assertThat(flows("a 2>&1 >&2 <&3 >&- 2>|f")).isEqualTo("[] [f]");
        assertThat(flows("a >&f")).isEqualTo("[] [f]");
        assertThat(flows(">f")).isEqualTo("[] [f]");
        assertThat(flows("{ a; } >f")).isEqualTo("[] [f]");
        assertThat(flows("while a; do b; done <i")).isEqualTo("[i] []");
        assertThat(flows("a >$(b)")).isEqualTo("[] [$(b)]");
        assertThat(flows("sh -c 'a >f' >g")).isEqualTo("[] [g, f]");
        assertThat(flows("[[ a > b ]]")).isEqualTo("[] [b]");
    }

    private static String flows(String line) {
        var commands = ((ShellReading.Commands) ShellReader.read(line)).commands();
        return "["
                + commands.stream()
                        .flatMap(command -> command.read().stream())
                        .map(ShellWord::text)
                        .collect(Collectors.joining(", "))
                + "] ["
                + commands.stream()
                        .flatMap(command -> command.written().stream())
                        .map(ShellWord::text)
                        .collect(Collectors.joining(", "))
                + "]";
    }

    private static String shown(String line) {
        return switch (ShellReader.read(line)) {
            case ShellReading.Unreadable unreadable -> "unreadable: " + unreadable.what();
            case ShellReading.Commands read ->
                    read.commands().stream()
                            .filter(command -> !command.words().isEmpty())
                            .map(ShellReaderTest::shown)
                            .collect(Collectors.joining(" ; "));
        };
    }

    private static String shown(ShellCommand command) {
        return command.words().stream()
                .map(word -> (word.isDynamic() ? "*" : "") + word.text())
                .collect(Collectors.joining(","));
    }
}
