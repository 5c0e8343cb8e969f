package kiro.http;

/// Takes what is found in a stream, in order.
public interface EventSink {
    /// @param name the event's name, empty where it has none
    /// @param data holds the event's data up to the length; valid during the call only
    void event(String name, byte[] data, int length);

    /// A comment, which servers send to show that they live.
    void comment();

    /// An event became longer than any that is sent; nothing more is read.
    void tooLong();
}
