package dev.paritas.app.diagram;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ForeignText;
import java.awt.AWTError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.sourceforge.plantuml.BlockUml;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.Diagram;
import net.sourceforge.plantuml.error.PSystemError;
import net.sourceforge.plantuml.security.SecurityProfile;
import net.sourceforge.plantuml.security.SecurityUtils;

/**
 * Pictures that stand by themselves: no script, no link, no font or image from elsewhere. PlantUML draws them, in the
 * strictest of its profiles, which the launcher sets once for the process.
 */
final class Svg {
    /** Names in the form in which PlantUML does not show them, and the mark that keeps a backslash one. */
    private static final Pattern UNSEEN = Pattern.compile("<title>[^<]*</title>|&#8203;");

    private Svg() {}

    /**
     * {@return the picture of a PlantUML source}
     *
     * @param title what the picture is called for those who cannot see it
     * @throws ProblemException {@link SvgProblem}
     */
    static String of(String source, String title) {
        if (SecurityUtils.getSecurityProfile() != SecurityProfile.SANDBOX) {
            throw new ProblemException(new SvgProblem.NotConfined());
        }
        try {
            return named(drawn(source), title);
        } catch (AWTError | LinkageError | InternalError e) {
            throw new ProblemException(new SvgProblem.NoFonts(), e);
        }
    }

    private static String drawn(String source) {
        List<BlockUml> blocks = new SourceStringReader(source).getBlocks();
        Diagram diagram = blocks.getFirst().getDiagram();
        if (blocks.size() != 1 || diagram instanceof PSystemError) {
            throw new ProblemException(new SvgProblem.NotDrawn());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (diagram.exportDiagram(out, 0, new FileFormatOption(FileFormat.SVG, false))
                            .getRootCause()
                    != null) {
                throw new ProblemException(new SvgProblem.NotDrawn());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String named(String svg, String title) {
        String bare = UNSEEN.matcher(svg).replaceAll("");
        int behindRoot = bare.indexOf('>') + 1;
        return bare.substring(0, behindRoot) + "<title>" + escaped(title) + "</title>" + bare.substring(behindRoot);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        ForeignText.line(text).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ') {
                out.appendCodePoint(c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }
}
