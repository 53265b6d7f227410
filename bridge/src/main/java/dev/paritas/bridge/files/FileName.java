package dev.paritas.bridge.files;

/** The one place that says which names from outside may become names of files (docs/files.md). */
public final class FileName {
    private FileName() {}

    /** {@return whether {@code name} names one entry of a folder and cannot lead out of it} */
    public static boolean isSafe(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.contains("..")
                && !Beside.isHidden(name)
                && name.codePoints().allMatch(FileName::isSafe);
    }

    /** {@return whether each part of {@code path} between {@code /} is safe} */
    public static boolean isSafePath(String path) {
        for (String part : path.split("/", -1)) {
            if (!isSafe(part)) {
                return false;
            }
        }
        return true;
    }

    /** Half of a surrogate pair is no character that a file system could keep. */
    private static boolean isSafe(int character) {
        return character != '/'
                && character != '\\'
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.SURROGATE;
    }
}
