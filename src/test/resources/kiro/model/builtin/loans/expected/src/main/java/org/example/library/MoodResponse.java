package org.example.library;

public record MoodResponse(long id, String book, String mood) {

    static MoodResponse of(Review review) {
        return new MoodResponse(review.id(), review.book(), review.mood());
    }
}
