package vigie.check;

/** A text that lets itself be looked at until a moment only, so that no expression searches for ever. */
record Impatient(CharSequence text, long end) implements CharSequence {
    /** It was looked at for too long. */
    static final class TookTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public char charAt(int index) {
        if ((index & 0x3f) == 0 && System.nanoTime() > end) {
            throw new TookTooLong();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int to) {
        return new Impatient(text.subSequence(start, to), end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
