package template

import (
	"slices"

	"github.com/tendril-app/tendril/internal/document/ooxml"
)

// unwanted are elements that carry no design: links, data bound from outside,
// controls, sounds, animations (which name shapes that may be gone), and the
// extensions, where programs keep what they like.
var unwanted = []string{
	"extLst", "custDataLst", "controls", "contentPart", "timing", "transition", "hlinkClick", "hlinkHover", "hlinkMouseOver",
	"audioCd", "wavAudioFile", "audioFile", "videoFile", "quickTimeFile", "sldLayoutIdLst",
}

// shapes are what goes as a whole when it shows something that is not taken over.
var shapes = []string{"sp", "pic", "graphicFrame", "cxnSp", "bg", "buBlip"}

// scrub takes everything out of a part that is no design, and whatever refers
// to something other than the images. Its root always stays.
func scrub(n *node, images map[string]bool) { clean(n, images) }

// clean reports whether the node can stay.
func clean(n *node, images map[string]bool) bool {
	n.attrs = slices.DeleteFunc(n.attrs, func(a attribute) bool {
		return a.space == ooxml.NSRelationships && a.local == "link"
	})
	for _, a := range n.attrs {
		if a.space == ooxml.NSRelationships && !images[a.value] {
			return false
		}
	}
	if n.is("graphicData") && n.attr("uri") != tableURI || n.is("blip") && n.related("embed") == "" {
		return false
	}
	kids := make([]*node, 0, len(n.kids))
	for _, k := range plain(n.kids) {
		kept, ok := keep(k, images)
		if !ok {
			return false
		}
		if kept != nil {
			kids = append(kids, kept)
		}
	}
	n.kids = kids
	return true
}

// keep is what stays of a child, nil for nothing; ok is false where what holds
// it has to go, too.
func keep(k *node, images map[string]bool) (kept *node, ok bool) {
	switch {
	case k.name != "" && ours(k) && slices.Contains(unwanted, k.local):
		return nil, true
	case k.name == "" || clean(k, images):
		return k, true
	case k.space == ooxml.NSDrawing && k.local == "blipFill":
		return &node{name: sibling(k, "noFill"), space: k.space, local: "noFill"}, true
	default:
		return nil, slices.Contains(shapes, k.local)
	}
}

// ours says that an element is of DrawingML or PresentationML.
func ours(n *node) bool { return n.space == ooxml.NSDrawing || n.space == nsPresentation }

const tableURI = "http://schemas.openxmlformats.org/drawingml/2006/table"

// plain takes the fallback of what only newer programs understand.
func plain(kids []*node) []*node {
	var out []*node
	for _, k := range kids {
		if k.space != nsCompatibility || k.local != "AlternateContent" {
			out = append(out, k)
			continue
		}
		for _, choice := range k.kids {
			if choice.local == "Fallback" {
				out = append(out, plain(choice.kids)...)
			}
		}
	}
	return out
}

// sibling is a name with the prefix of an element.
func sibling(n *node, local string) string {
	return n.name[:len(n.name)-len(n.local)] + local
}
