package uk.sightline.documents;

/** A GIF file is blocks (GIF89a §15). Kept: pictures, their timing, and how often they repeat. */
final class GifBlocks {
    private static final int HEADER = 13;
    private static final int END = 0x3B;

    private final ImageBytes in;
    private boolean drawn;

    private GifBlocks(byte[] content) {
        in = new ImageBytes(content);
    }

    static byte[] clean(byte[] content) {
        GifBlocks gif = new GifBlocks(content);
        if (!gif.in.startsWith(0, "GIF87a") && !gif.in.startsWith(0, "GIF89a")) {
            throw ImageBytes.damaged();
        }
        gif.in.keep(HEADER + colours(gif.in.peek(10)));
        while (!gif.ended()) {
            gif.block();
        }
        gif.in.add(new byte[] {END});
        return gif.in.kept();
    }

    /** Some old programs left the end mark out; a picture that is whole is taken without it. */
    private boolean ended() {
        boolean ended = in.atEnd() || in.peek(0) == END;
        if (ended && !drawn) {
            throw ImageBytes.damaged();
        }
        return ended;
    }

    private void block() {
        switch (in.peek(0)) {
            case 0x21 -> extension();
            case 0x2C -> picture();
            default -> throw ImageBytes.damaged();
        }
    }

    private void picture() {
        drawn = true;
        int start = 10 + colours(in.peek(9)) + 1;
        in.keep(start + subBlocks(start));
    }

    private void extension() {
        int size = 2 + subBlocks(2);
        boolean repeats = in.startsWith(3, "NETSCAPE2.0") || in.startsWith(3, "ANIMEXTS1.0");
        if (in.peek(1) == 0xF9 || in.peek(1) == 0xFF && repeats) {
            in.keep(size);
        } else {
            in.drop(size);
        }
    }

    private int subBlocks(int ahead) {
        int length = 0;
        for (int size = in.peek(ahead); size != 0; size = in.peek(ahead + length)) {
            length += 1 + size;
        }
        return length + 1;
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
