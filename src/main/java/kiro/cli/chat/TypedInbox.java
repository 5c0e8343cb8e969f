package kiro.cli.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// An inbox that is filled from another thread, at a terminal where can be typed at any time.
public final class TypedInbox implements Inbox {
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean isWorking;
    private boolean isOver;

    /// What is said before anything is typed.
    public void add(String text) {
        put(text);
    }

    synchronized void put(String text) {
        waiting.add(text);
        notifyAll();
    }

    /// Nothing more will be typed; what was is still taken.
    synchronized void end() {
        isOver = true;
        notifyAll();
    }

    synchronized List<String> waiting() {
        return List.copyOf(waiting);
    }

    synchronized boolean isWorking() {
        return isWorking;
    }

    /// Takes back what was typed last, so that it can be changed; empty where all was taken.
    synchronized Optional<String> takeBack() {
        return Optional.ofNullable(waiting.pollLast());
    }

    @Override
    public synchronized Optional<String> next() throws InterruptedException {
        while (waiting.isEmpty() && !isOver) {
            wait();
        }
        return Optional.ofNullable(waiting.poll());
    }

    @Override
    public synchronized List<String> meanwhile() {
        var taken = new ArrayList<String>();
        while (!waiting.isEmpty() && !waiting.peek().startsWith(SlashCommand.SIGN)) {
            taken.add(waiting.poll());
        }
        return taken;
    }

    @Override
    public synchronized void working(boolean works) {
        isWorking = works;
    }
}
