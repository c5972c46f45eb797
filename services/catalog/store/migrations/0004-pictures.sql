-- Pictures that operators gave a product, in their order. The files lie with the files engine under the picture's name.
create table picture (
  id text primary key,
  product_no int not null,
  position int not null,
  -- Changes with the content, and is no other picture's.
  name text not null unique,
  -- Of the bytes that were uploaded: the same again is the same picture.
  digest text not null,
  alt text not null,
  height_px int not null,
  -- Rising; the last is the picture's own.
  widths_px int[] not null,
  constraint picture_of_product unique (product_no, digest)
);
