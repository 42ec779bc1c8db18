/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pdf-structure.h"

/* ISO 32000-1, 14.7: elements hold elements, pieces of content and annotations; the parent tree leads from each piece
 * back to its element. */

typedef enum
{
  KID_ELEMENT,
  KID_CONTENT,
  KID_ANNOTATION,
} KidKind;

typedef struct
{
  KidKind kind;
  guint   page;
  guint   value; /* index of a tag, number of a piece on its page, or id of an annotation */
} Kid;

typedef struct
{
  guint     id;
  GArray   *kids; /* Kid, (nullable) */
  gboolean  is_attached;
} Element;

struct _TvxPdfStructure
{
  TvxPages    *pages;
  const guint *page_ids;
  Element     *elements;   /* by index of tag */
  GPtrArray   *contents; /* for each page a GArray of guint: the index of the tag of each piece */
  GArray      *annotations; /* guint: the index of the tag of each annotation */
};

/**
 * tvx_pdf_structure_new:
 * @pages: pages that will be written
 * @page_ids: the number of each page's object
 *
 * Begins a structure tree; both arguments must outlive it.
 *
 * Returns: (transfer full): the tree
 */
TvxPdfStructure *
tvx_pdf_structure_new (TvxPages    *pages,
                       const guint *page_ids)
{
  TvxPdfStructure *self = g_new0 (TvxPdfStructure, 1);

  self->pages = pages;
  self->page_ids = page_ids;
  self->elements = g_new0 (Element, pages->tags->len);
  self->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < pages->pages->len; i++)
    g_ptr_array_add (self->contents, g_array_new (FALSE, FALSE, sizeof (guint)));
  self->annotations = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * tvx_pdf_structure_free:
 * @self: (transfer full): a tree
 *
 * Frees a tree.
 */
void
tvx_pdf_structure_free (TvxPdfStructure *self)
{
  for (guint i = 0; i < self->pages->tags->len; i++)
    g_clear_pointer (&self->elements[i].kids, g_array_unref);
  g_free (self->elements);
  g_ptr_array_unref (self->contents);
  g_array_unref (self->annotations);
  g_free (self);
}

/**
 * tvx_pdf_structure_get_role:
 * @tag: a tag
 * @buffer: room for the role of a heading
 *
 * Gets the standard role of an element.
 *
 * Returns: (transfer none): a name without its slash
 */
const char *
tvx_pdf_structure_get_role (TvxTag *tag,
                            char    buffer[3])
{
  static const char *const roles[] = {
    [TVX_TAG_DOCUMENT] = "Document",
    [TVX_TAG_SECTION] = "Sect",
    [TVX_TAG_PARAGRAPH] = "P",
    [TVX_TAG_NOTICE] = "Div",
    [TVX_TAG_LIST] = "L",
    [TVX_TAG_ITEM] = "LI",
    [TVX_TAG_LABEL] = "Lbl",
    [TVX_TAG_BODY] = "LBody",
    [TVX_TAG_TABLE] = "Table",
    [TVX_TAG_CAPTION] = "Caption",
    [TVX_TAG_TABLE_HEAD] = "THead",
    [TVX_TAG_TABLE_BODY] = "TBody",
    [TVX_TAG_ROW] = "TR",
    [TVX_TAG_HEAD_CELL] = "TH",
    [TVX_TAG_CELL] = "TD",
    [TVX_TAG_FIGURE] = "Figure",
    [TVX_TAG_CONTENTS] = "TOC",
    [TVX_TAG_ENTRY] = "TOCI",
    [TVX_TAG_REFERENCE] = "Reference",
    [TVX_TAG_LINK] = "Link",
    [TVX_TAG_SPAN] = "Span",
  };

  if (tag->kind != TVX_TAG_HEADING)
    return roles[tag->kind];

  buffer[0] = 'H';
  buffer[1] = '0' + tag->level;
  buffer[2] = '\0';
  return buffer;
}

static void
add_kid (TvxPdfStructure *self,
         TvxTag          *tag,
         Kid              kid)
{
  Element *element = &self->elements[tag->index];

  if (element->kids == NULL)
    element->kids = g_array_new (FALSE, FALSE, sizeof (Kid));
  g_array_append_val (element->kids, kid);
}

/* A part of a text comes after the text before it and before the text after it: in the order of painting. */
static void
attach_inline (TvxPdfStructure *self,
               TvxTag          *tag)
{
  if (!tag->is_inline || self->elements[tag->index].is_attached)
    return;

  self->elements[tag->index].is_attached = TRUE;
  attach_inline (self, tag->parent);
  add_kid (self, tag->parent, (Kid) { KID_ELEMENT, 0, tag->index });
}

/**
 * tvx_pdf_structure_add_content:
 * @self: a tree
 * @tag: what the content belongs to
 * @page: the page that it is on
 *
 * Adds a piece of content.
 *
 * Returns: the number of the piece on its page
 */
guint
tvx_pdf_structure_add_content (TvxPdfStructure *self,
                               TvxTag          *tag,
                               guint            page)
{
  GArray *contents = g_ptr_array_index (self->contents, page);

  attach_inline (self, tag);
  add_kid (self, tag, (Kid) { KID_CONTENT, page, contents->len });
  g_array_append_val (contents, tag->index);
  return contents->len - 1;
}

/**
 * tvx_pdf_structure_add_annotation:
 * @self: a tree
 * @tag: a link
 * @page: the page that it is on
 * @annotation: the number of the annotation's object
 *
 * Adds the area of a link that can be clicked.
 *
 * Returns: the key under which the annotation is found in the parent tree
 */
guint
tvx_pdf_structure_add_annotation (TvxPdfStructure *self,
                                  TvxTag          *tag,
                                  guint            page,
                                  guint            annotation)
{
  attach_inline (self, tag);
  add_kid (self, tag, (Kid) { KID_ANNOTATION, page, annotation });
  g_array_append_val (self->annotations, tag->index);
  return self->pages->pages->len + self->annotations->len - 1;
}

/* Attaches elements that hold something to their parents.  A cell may be empty and is still a cell; anything else that
 * is empty would only be noise to a listener. */
static void
attach_blocks (TvxPdfStructure *self)
{
  guint n_tags = self->pages->tags->len;
  g_autofree gboolean *has_content = g_new0 (gboolean, n_tags);

  for (guint i = n_tags; i-- > 0;)
    {
      TvxTag *tag = g_ptr_array_index (self->pages->tags, i);

      if (self->elements[i].kids != NULL || tag->kind == TVX_TAG_CELL || tag->kind == TVX_TAG_HEAD_CELL ||
          tag->kind == TVX_TAG_DOCUMENT)
        has_content[i] = TRUE;
      if (has_content[i] && tag->parent != NULL)
        has_content[tag->parent->index] = TRUE;
    }

  for (guint i = 0; i < n_tags; i++)
    {
      TvxTag *tag = g_ptr_array_index (self->pages->tags, i);

      if (!has_content[i])
        continue;
      self->elements[i].is_attached = TRUE;
      if (tag->parent != NULL && !tag->is_inline)
        add_kid (self, tag->parent, (Kid) { KID_ELEMENT, 0, i });
    }
}

static void
append_table_attributes (GString *out,
                         TvxTag  *tag)
{
  gboolean is_head = tag->kind == TVX_TAG_HEAD_CELL;

  if (!is_head && tag->columns == 1 && tag->rows == 1)
    return;

  g_string_append (out, "/A<</O/Table");
  if (is_head)
    g_string_append (out, tag->is_row_head ? "/Scope/Row" : "/Scope/Column");
  if (tag->columns > 1)
    g_string_append_printf (out, "/ColSpan %u", tag->columns);
  if (tag->rows > 1)
    g_string_append_printf (out, "/RowSpan %u", tag->rows);
  g_string_append (out, ">>");
}

static void
append_attributes (TvxPdfStructure *self,
                   GString         *out,
                   TvxTag          *tag)
{
  if (tag->language != NULL)
    {
      g_string_append (out, "/Lang");
      tvx_pdf_append_ascii (out, tag->language);
    }

  switch (tag->kind)
    {
    case TVX_TAG_LIST:
      g_string_append (out, tag->is_numbered ? "/A<</O/List/ListNumbering/Decimal>>" : "/A<</O/List/ListNumbering/Disc>>");
      break;
    case TVX_TAG_TABLE:
      if (tag->text == NULL)
        break;
      g_string_append (out, "/A<</O/Table/Summary");
      tvx_pdf_append_text (out, tag->text);
      g_string_append (out, ">>");
      break;
    case TVX_TAG_HEAD_CELL:
    case TVX_TAG_CELL:
      append_table_attributes (out, tag);
      break;
    case TVX_TAG_FIGURE:
      g_string_append (out, "/Alt");
      tvx_pdf_append_text (out, tag->text);
      g_string_append (out, "/A<</O/Layout/Placement/Block/BBox[");
      tvx_pdf_append_number (out, tag->x);
      g_string_append_c (out, ' ');
      tvx_pdf_append_number (out, self->pages->height - tag->y - tag->height);
      g_string_append_c (out, ' ');
      tvx_pdf_append_number (out, tag->x + tag->width);
      g_string_append_c (out, ' ');
      tvx_pdf_append_number (out, self->pages->height - tag->y);
      g_string_append (out, "]>>");
      break;
    default:
      break;
    }
}

static void
append_kids (TvxPdfStructure *self,
             GString         *out,
             Element         *element,
             guint            page)
{
  g_string_append (out, "/K[");
  for (guint i = 0; i < element->kids->len; i++)
    {
      const Kid *kid = &g_array_index (element->kids, Kid, i);

      if (i > 0)
        g_string_append_c (out, ' ');
      if (kid->kind == KID_ELEMENT)
        tvx_pdf_append_reference (out, self->elements[kid->value].id);
      else if (kid->kind == KID_ANNOTATION)
        g_string_append_printf (out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", self->page_ids[kid->page], kid->value);
      else if (kid->page == page)
        tvx_pdf_append_integer (out, kid->value);
      else
        g_string_append_printf (out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", self->page_ids[kid->page], kid->value);
    }
  g_string_append_c (out, ']');
}

/* The page of the first piece, which the numbers of pieces refer to. */
static guint
find_page (Element *element)
{
  if (element->kids != NULL)
    for (guint i = 0; i < element->kids->len; i++)
      if (g_array_index (element->kids, Kid, i).kind == KID_CONTENT)
        return g_array_index (element->kids, Kid, i).page;
  return G_MAXUINT;
}

static void
write_element (TvxPdfStructure *self,
               TvxPdfFile      *file,
               GString         *out,
               TvxTag          *tag,
               guint            root)
{
  Element *element = &self->elements[tag->index];
  guint page = find_page (element);
  char buffer[3];

  g_string_assign (out, "<</Type/StructElem/S/");
  g_string_append (out, tvx_pdf_structure_get_role (tag, buffer));
  g_string_append (out, "/P ");
  tvx_pdf_append_reference (out, tag->parent != NULL ? self->elements[tag->parent->index].id : root);
  if (page != G_MAXUINT)
    {
      g_string_append (out, "/Pg ");
      tvx_pdf_append_reference (out, self->page_ids[page]);
    }
  append_attributes (self, out, tag);
  if (element->kids != NULL)
    append_kids (self, out, element, page);
  g_string_append (out, ">>");
  tvx_pdf_file_write_object (file, element->id, out->str);
}

static guint
write_parent_tree (TvxPdfStructure *self,
                   TvxPdfFile      *file,
                   GString         *out)
{
  guint id = tvx_pdf_file_allocate (file);
  guint n_pages = self->contents->len;
  g_autofree guint *arrays = g_new (guint, n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      GArray *contents = g_ptr_array_index (self->contents, i);

      arrays[i] = tvx_pdf_file_allocate (file);
      g_string_assign (out, "[");
      for (guint j = 0; j < contents->len; j++)
        {
          tvx_pdf_append_reference (out, self->elements[g_array_index (contents, guint, j)].id);
          g_string_append_c (out, ' ');
        }
      g_string_append_c (out, ']');
      tvx_pdf_file_write_object (file, arrays[i], out->str);
    }

  g_string_assign (out, "<</Nums[");
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (out, "%u %u 0 R ", i, arrays[i]);
  for (guint i = 0; i < self->annotations->len; i++)
    g_string_append_printf (out, "%u %u 0 R ", n_pages + i, self->elements[g_array_index (self->annotations, guint, i)].id);
  g_string_append (out, "]>>");
  tvx_pdf_file_write_object (file, id, out->str);
  return id;
}

/**
 * tvx_pdf_structure_write:
 * @self: a tree that all pages have been added to
 * @file: where to
 *
 * Writes the tree.
 *
 * Returns: the number of the root's object
 */
guint
tvx_pdf_structure_write (TvxPdfStructure *self,
                         TvxPdfFile      *file)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint root = tvx_pdf_file_allocate (file);
  guint parent_tree;

  attach_blocks (self);
  for (guint i = 0; i < self->pages->tags->len; i++)
    if (self->elements[i].is_attached)
      self->elements[i].id = tvx_pdf_file_allocate (file);
  for (guint i = 0; i < self->pages->tags->len; i++)
    if (self->elements[i].is_attached)
      write_element (self, file, out, g_ptr_array_index (self->pages->tags, i), root);

  parent_tree = write_parent_tree (self, file, out);
  g_string_printf (out, "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %u>>", self->elements[0].id,
                   parent_tree, self->contents->len + self->annotations->len);
  tvx_pdf_file_write_object (file, root, out->str);
  return root;
}
