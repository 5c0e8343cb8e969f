package kiro.knowledge;

/// What is looked for.
///
/// @param number of passages that are wanted, from 1 to `MOST`
public record Question(String words, int number) {
    public static final int MOST = 50;

    public Question {
        number = Math.clamp(number, 1, MOST);
    }
}
